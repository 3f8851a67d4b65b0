// The arguments of a call from JavaScript, owned while the engine looks at them.
#pragma once

#include <array>
#include <string>
#include <variant>
#include <vector>

#include "bridge/type_code.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

struct Signature;

// One argument of a ptrcall: owns the converted value while the engine looks at it.
class TypedArgument {
 public:
  // Throws nothing: returns false where the value doesn't fit the type.
  bool set(v8::Isolate *isolate, v8::Local<v8::Value> value, const TypeCode &type);
  void *ptr();

 private:
  bool set_from_variant(engine::Variant variant, const TypeCode &type);
  // Of a StringName, a NodePath or a float that JavaScript has made as such.
  bool set_from_handle(v8::Local<v8::Value> value, const TypeCode &type);

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
  // Throws a TypeError and returns false where one has no counterpart in the engine. The signature,
  // where there is one, gives it the name of the function and the argument.
  bool take(const v8::FunctionCallbackInfo<v8::Value> &info, int from,
            const Signature *signature = nullptr);
  const GDExtensionConstVariantPtr *data() const {
    return many_pointers_.empty() ? few_pointers_.data() : many_pointers_.data();
  }
  int size() const { return size_; }
  GDExtensionVariantType type(int index) const { return engine::Variant::type_of(data()[index]); }
  // The types, for messages.
  std::string describe() const;

 private:
  // A few need no memory of their own.
  static constexpr int kFew = 4;
  int size_ = 0;
  std::array<engine::Variant, kFew> few_;
  std::array<GDExtensionConstVariantPtr, kFew> few_pointers_{};
  std::vector<engine::Variant> many_;
  std::vector<GDExtensionConstVariantPtr> many_pointers_;
};

}  // namespace godot_ts::bridge
