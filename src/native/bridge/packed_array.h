// Packed arrays cross as copies, a whole one in one piece of memory: those of numbers as typed
// arrays, the others in classes of their own (src/godot/packed-array.ts).
#pragma once

#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// Whether a packed array of that type holds strings, vectors or colors.
bool is_packed_of_values(GDExtensionVariantType type);

// Returns false for an element type that no packed array has.
bool packed_from_typed_array(v8::Local<v8::TypedArray> array, engine::Variant *result);
// `value` is the packed array itself.
v8::Local<v8::Value> packed_to_js(v8::Isolate *isolate, GDExtensionVariantType type,
                                  const void *value);

// A handle of a packed array with the items of a JavaScript array. Throws a TypeError for an item
// of another type. Re-enters JavaScript.
v8::MaybeLocal<v8::Value> packed_from_array(v8::Isolate *isolate, GDExtensionVariantType type,
                                            v8::Local<v8::Array> array);

// native.packed(type, source): a handle of a packed array of values. The source is an array of
// strings, or the components of all vectors in one typed array.
void make_packed(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
