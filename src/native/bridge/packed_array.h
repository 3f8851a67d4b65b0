// Packed arrays cross as copies: those of numbers as typed arrays, the others as plain arrays.
#pragma once

#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// Returns false for an element type that no packed array has.
bool packed_from_typed_array(v8::Local<v8::TypedArray> array, engine::Variant *result);
v8::Local<v8::Value> packed_to_js(v8::Isolate *isolate, const engine::Variant &packed);

}  // namespace godot_ts::bridge
