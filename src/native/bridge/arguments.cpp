#include "bridge/arguments.h"

#include <algorithm>

#include "bridge/call_error.h"
#include "bridge/convert.h"
#include "bridge/engine_class.h"
#include "bridge/object_binding.h"
#include "bridge/packed_array.h"
#include "bridge/strings.h"
#include "bridge/variant_handle.h"

namespace godot_ts::bridge {

using engine::api;
using engine::NodePath;
using engine::String;
using engine::StringName;
using engine::Variant;

namespace {

// What the conversion throws is found again by who tells of it.
bool to_variant_quietly(v8::Isolate *isolate, v8::Local<v8::Value> value, Variant *result) {
  v8::TryCatch try_catch(isolate);
  const bool converted = to_variant(isolate, value, result);
  if (try_catch.HasTerminated()) try_catch.ReThrow();
  return converted;
}

}  // namespace

bool TypedArgument::set(v8::Isolate *isolate, v8::Local<v8::Value> value, const TypeCode &type) {
  switch (type.kind()) {
    case GDEXTENSION_VARIANT_TYPE_BOOL:
      if (!value->IsBoolean()) return false;
      value_ = value->IsTrue();
      return true;
    case GDEXTENSION_VARIANT_TYPE_INT:
      if (value->IsInt32()) {
        value_ = int64_t{value.As<v8::Int32>()->Value()};
      } else if (value->IsNumber()) {
        const double number = value.As<v8::Number>()->Value();
        if (!is_integer(number)) return false;
        value_ = static_cast<int64_t>(number);
      } else if (value->IsBigInt()) {
        int64_t integer = 0;
        const bool fits = to_int64(value.As<v8::BigInt>(), &integer);
        value_ = integer;
        return fits;
      } else if (value->IsBoolean()) {
        value_ = int64_t{value->IsTrue()};
      } else {
        return false;
      }
      return true;
    case GDEXTENSION_VARIANT_TYPE_FLOAT:
      if (!value->IsNumber()) return set_from_handle(value, type);
      value_ = value.As<v8::Number>()->Value();
      return true;
    case GDEXTENSION_VARIANT_TYPE_STRING:
      if (!value->IsString()) return set_from_handle(value, type);
      value_ = to_string(isolate, value.As<v8::String>());
      return true;
    case GDEXTENSION_VARIANT_TYPE_STRING_NAME:
      if (!value->IsString()) return set_from_handle(value, type);
      value_ = to_string_name(isolate, value.As<v8::String>());
      return true;
    case GDEXTENSION_VARIANT_TYPE_NODE_PATH:
      if (!value->IsString()) return set_from_handle(value, type);
      value_ = NodePath(to_string(isolate, value.As<v8::String>()));
      return true;
    case GDEXTENSION_VARIANT_TYPE_OBJECT: {
      if (value->IsNullOrUndefined()) {
        value_ = static_cast<void *>(nullptr);
        return true;
      }
      const ObjectBinding *binding = ObjectBinding::from_wrapper(value);
      if (binding == nullptr || binding->object() == nullptr) return false;
      if (!binding->type()->is_a(type.first_class(), type.last_class())) return false;
      value_ = binding->object();
      return true;
    }
    case TypeCode::kPointer:
      return false;
    default: {
      v8::Local<v8::Value> given = value;
      if (is_packed_of_values(type.type()) && value->IsArray() &&
          !packed_from_array(isolate, type.type(), value.As<v8::Array>()).ToLocal(&given)) {
        return false;
      }
      Variant variant;
      return to_variant_quietly(isolate, given, &variant) &&
             set_from_variant(std::move(variant), type);
    }
  }
}

bool TypedArgument::set_from_variant(Variant variant, const TypeCode &type) {
  if (type.is_variant()) {
    value_ = std::move(variant);
    return true;
  }
  if (variant.type() != type.type()) {
    if (!api.variant_can_convert_strict(variant.type(), type.type())) return false;
    GDExtensionCallError error{};
    const GDExtensionConstVariantPtr from[] = {variant.ptr()};
    variant = Variant::made_by(
        [&](void *result) { api.variant_construct(type.type(), result, from, 1, &error); });
    if (error.error != GDEXTENSION_CALL_OK) return false;
  }
  value_ = Inner{std::move(variant)};
  return true;
}

bool TypedArgument::set_from_handle(v8::Local<v8::Value> value, const TypeCode &type) {
  const Variant *handle = VariantHandle::get(value);
  return handle != nullptr && set_from_variant(*handle, type);
}

void *TypedArgument::ptr() {
  struct Pointer {
    void *operator()(int64_t &v) const { return &v; }
    void *operator()(double &v) const { return &v; }
    void *operator()(bool &v) const { return &v; }
    void *operator()(void *&v) const { return &v; }
    void *operator()(String &v) const { return v.ptr(); }
    void *operator()(StringName &v) const { return v.ptr(); }
    void *operator()(NodePath &v) const { return v.ptr(); }
    void *operator()(Variant &v) const { return v.ptr(); }
    void *operator()(Inner &v) const { return v.variant.data(); }
  };
  return std::visit(Pointer(), value_);
}

bool VariantArguments::take(const v8::FunctionCallbackInfo<v8::Value> &info, int from,
                            const Signature *signature) {
  v8::Isolate *isolate = info.GetIsolate();
  size_ = std::max(0, info.Length() - from);
  const auto size = static_cast<size_t>(size_);
  if (size_ > kFew) {
    many_.resize(size);
    many_pointers_.resize(size);
  }
  Variant *variants = size_ > kFew ? many_.data() : few_.data();
  GDExtensionConstVariantPtr *pointers =
      size_ > kFew ? many_pointers_.data() : few_pointers_.data();
  for (size_t i = 0; i < size; i++) {
    const v8::Local<v8::Value> value = info[from + static_cast<int>(i)];
    if (signature == nullptr) {
      if (!to_variant(isolate, value, &variants[i])) return false;
    } else if (!to_variant_quietly(isolate, value, &variants[i])) {
      throw_argument_error(info, *signature, i);
      return false;
    }
    pointers[i] = variants[i].ptr();
  }
  return true;
}

std::string VariantArguments::describe() const {
  std::string result;
  for (int i = 0; i < size_; i++) {
    result += (result.empty() ? "" : ", ") + engine::type_name(type(i));
  }
  return result;
}

}  // namespace godot_ts::bridge
