// Values between V8 and the engine.
//
// The functions that take a V8 value throw a JavaScript TypeError and return false where it has no
// counterpart in the engine. They may re-enter JavaScript for values that are neither primitives,
// wrappers nor handles.
#pragma once

#include <string>

#include "bridge/type_code.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// A JavaScript collection that is being converted, and those that it lies in.
struct Nesting {
  v8::Local<v8::Object> collection;
  const Nesting *outer;
};

bool to_variant(v8::Isolate *isolate, v8::Local<v8::Value> value, engine::Variant *result,
                const Nesting *outer = nullptr);
// Converts null, a boolean or a number, without a look at V8's heap. False for any other value.
bool simple_to_variant(v8::Local<v8::Value> value, engine::Variant *result);
v8::Local<v8::Value> from_variant(v8::Isolate *isolate, const engine::Variant &variant);

// Bytes of a value type (Vector2 to Projection, Color) in the engine; 0 for any other type.
size_t value_size(GDExtensionVariantType type);

// Typed values where the engine keeps them, as in a ptrcall.
v8::Local<v8::Value> from_typed(v8::Isolate *isolate, const TypeCode &type, const void *value);
bool to_typed(v8::Isolate *isolate, v8::Local<v8::Value> value, const TypeCode &type,
              void *destination);

// Whether the number is an integer, exactly: without a fraction, and below 2^53.
bool is_integer(double number);
// Whether a JavaScript number holds the integer and its neighbours exactly: below 2^53.
bool is_safe_integer(int64_t value);
// A number where it is safe, else a bigint.
v8::Local<v8::Value> from_int(v8::Isolate *isolate, int64_t value);

// The bits of an int of the engine, signed or not. False when there are more than 64.
bool to_int64(v8::Local<v8::BigInt> value, int64_t *result);

// For messages: `string "abc"`, `Node2D`, `null`.
std::string describe(v8::Isolate *isolate, v8::Local<v8::Value> value);

// The shared buffer holds a value of that type: moves it into `result`.
engine::Variant variant_from_shared_buffer(GDExtensionVariantType type);

}  // namespace godot_ts::bridge
