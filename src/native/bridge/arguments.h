// The arguments of a call from JavaScript, owned while the engine looks at them.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "bridge/type_code.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

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

}  // namespace godot_ts::bridge
