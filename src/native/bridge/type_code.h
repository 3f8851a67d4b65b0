// The declared type of an argument or result, as the API table gives it.
#pragma once

#include <string>
#include <vector>

#include "engine/interface.h"
#include "v8.h"

namespace godot_ts::bridge {

class TypeCode {
 public:
  // As JavaScript passes it: a Variant type, kVariant, kPointer, or kClass plus a class's number.
  static constexpr int kVariant = GDEXTENSION_VARIANT_TYPE_VARIANT_MAX;
  static constexpr int kPointer = kVariant + 1;
  static constexpr int kClass = 64;

  TypeCode() = default;
  explicit TypeCode(int code);
  static std::vector<TypeCode> list(v8::Isolate *isolate, v8::Local<v8::Value> array);
  // native.setClassTable(names, last, refCounted): the classes by their number, for each the number
  // of its last descendant, and the number of RefCounted.
  static void set_class_table(const v8::FunctionCallbackInfo<v8::Value> &info);
  static void release_class_table();

  bool is_void() const { return kind_ == GDEXTENSION_VARIANT_TYPE_NIL; }
  bool is_variant() const { return kind_ == kVariant; }
  bool is_pointer() const { return kind_ == kPointer; }
  bool is_object() const { return kind_ == GDEXTENSION_VARIANT_TYPE_OBJECT; }
  // Declared as a class that is RefCounted: passed as a Ref, which owns a reference.
  bool is_ref() const;
  // A number, a boolean or a math value: it can cross by the shared buffer.
  bool is_buffered() const {
    return kind_ >= GDEXTENSION_VARIANT_TYPE_BOOL && kind_ <= GDEXTENSION_VARIANT_TYPE_COLOR &&
           kind_ != GDEXTENSION_VARIANT_TYPE_STRING;
  }
  bool is_text() const {
    return kind_ == GDEXTENSION_VARIANT_TYPE_STRING ||
           kind_ == GDEXTENSION_VARIANT_TYPE_STRING_NAME ||
           kind_ == GDEXTENSION_VARIANT_TYPE_NODE_PATH;
  }
  // The Variant type; nil for a Variant.
  GDExtensionVariantType type() const {
    return static_cast<GDExtensionVariantType>(kind_ < kVariant ? kind_ : 0);
  }
  int kind() const { return kind_; }
  int first_class() const { return first_; }
  int last_class() const { return last_; }
  // For messages: "int", "Node".
  std::string describe() const;

 private:
  int kind_ = 0;
  int first_ = 0;
  int last_ = 0xffff;
};

}  // namespace godot_ts::bridge
