// Values between V8 and the engine.
//
// The functions that take a V8 value throw a JavaScript TypeError and return false where it has no
// counterpart in the engine. They may re-enter JavaScript for values that are neither primitives,
// wrappers nor handles.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "bridge/type_code.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

bool to_variant(v8::Isolate *isolate, v8::Local<v8::Value> value, engine::Variant *result);
v8::Local<v8::Value> from_variant(v8::Isolate *isolate, const engine::Variant &variant);

// Bytes of a value type (Vector2 to Projection, Color) in the engine; 0 for any other type.
size_t value_size(GDExtensionVariantType type);

// Typed values where the engine keeps them, as in a ptrcall.
v8::Local<v8::Value> from_typed(v8::Isolate *isolate, const TypeCode &type, const void *value);
bool to_typed(v8::Isolate *isolate, v8::Local<v8::Value> value, const TypeCode &type,
              void *destination);

// Whether a JavaScript number holds the integer and its neighbours exactly: below 2^53.
bool is_safe_integer(int64_t value);
// A number where it is safe, else a bigint.
v8::Local<v8::Value> from_int(v8::Isolate *isolate, int64_t value);

// For messages: `string "abc"`, `Node2D`, `null`.
std::string describe(v8::Isolate *isolate, v8::Local<v8::Value> value);

// One argument of a ptrcall: owns the converted value while the engine looks at it.
class TypedArgument {
 public:
  // Throws nothing: returns false where the value doesn't fit the type, and leaves an exception
  // only where a conversion of its own threw.
  bool set(v8::Isolate *isolate, v8::Local<v8::Value> value, const TypeCode &type);
  void *ptr();

 private:
  // Any other type, kept in a Variant and passed as the typed value inside.
  struct Inner {
    engine::Variant variant;
  };
  std::variant<int64_t, double, bool, void *, engine::String, engine::StringName, engine::NodePath,
               engine::Variant, Inner>
      value_;
};

// The arguments of a call by Variants, from a callback's `from`th argument on.
class VariantArguments {
 public:
  bool take(const v8::FunctionCallbackInfo<v8::Value> &info, int from);
  const GDExtensionConstVariantPtr *data() const { return pointers_.data(); }
  int size() const { return static_cast<int>(pointers_.size()); }
  GDExtensionVariantType type(int index) const {
    return variants_[static_cast<size_t>(index)].type();
  }
  // The types, for messages.
  std::string describe() const;

 private:
  std::vector<engine::Variant> variants_;
  std::vector<GDExtensionConstVariantPtr> pointers_;
};

// The shared buffer holds a value of that type: moves it into `result`.
engine::Variant variant_from_shared_buffer(GDExtensionVariantType type);

// Arguments that the engine passes, for a JavaScript function.
std::vector<v8::Local<v8::Value>> from_variants(v8::Isolate *isolate,
                                                const GDExtensionConstVariantPtr *arguments,
                                                int64_t count);

}  // namespace godot_ts::bridge
