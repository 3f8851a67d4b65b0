#include "bridge/convert.h"

#include <cmath>
#include <cstring>

#include "bridge/arguments.h"
#include "bridge/call_error.h"
#include "bridge/callable.h"
#include "bridge/collections.h"
#include "bridge/engine_class.h"
#include "bridge/hooks.h"
#include "bridge/packed_array.h"
#include "bridge/shared_buffer.h"
#include "bridge/strings.h"
#include "bridge/variant_handle.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::String;
using engine::StringName;
using engine::Variant;

constexpr double kSafeInteger = 9007199254740991;  // 2^53 - 1

v8::Local<v8::Value> value_from_typed(v8::Isolate *isolate, GDExtensionVariantType type,
                                      const void *value) {
  std::memcpy(shared_buffer, value, value_size(type));
  v8::Local<v8::Value> result;
  if (call_hook(Hooks::decodeValue, {v8::Integer::New(isolate, type)}).ToLocal(&result)) {
    return result;
  }
  return v8::Undefined(isolate);
}

Variant from_number(double number) {
  // -0 and fractions are floats; everything that an int holds exactly is an int.
  if (is_integer(number) && !(number == 0 && std::signbit(number))) {
    const auto integer = static_cast<int64_t>(number);
    return Variant::from_typed(GDEXTENSION_VARIANT_TYPE_INT, &integer);
  }
  return Variant::from_typed(GDEXTENSION_VARIANT_TYPE_FLOAT, &number);
}

bool object_to_variant(v8::Isolate *isolate, v8::Local<v8::Object> object, Variant *result,
                       const Nesting *outer) {
  if (const ObjectBinding *binding = ObjectBinding::from_wrapper(object)) {
    if (binding->object() == nullptr) {
      throw_freed(isolate, *binding);
      return false;
    }
    *result = Variant::from_object(binding->object());
    return true;
  }
  if (VariantHandle::copy(isolate, object, result)) return true;
  if (object->IsFunction()) {
    *result =
        make_callable(isolate, object.As<v8::Function>(), v8::Local<v8::Function>(), Hold::kStrong);
    return true;
  }
  if (object->IsTypedArray() && packed_from_typed_array(object.As<v8::TypedArray>(), result)) {
    return true;
  }
  if (is_collection(isolate, object)) return from_collection(isolate, object, result, outer);
  // Called directly: what it throws belongs to the caller.
  v8::Local<v8::Value> argv[] = {object};
  v8::Local<v8::Value> encoded;
  if (!Hooks::encodeObject.Get(isolate)
           ->Call(isolate->GetCurrentContext(), v8::Undefined(isolate), 1, argv)
           .ToLocal(&encoded)) {
    return false;
  }
  if (const Variant *handle = VariantHandle::get(encoded)) {
    *result = *handle;
  } else {
    *result = variant_from_shared_buffer(
        static_cast<GDExtensionVariantType>(encoded.As<v8::Int32>()->Value()));
  }
  return true;
}

// A message quotes as much of a text as tells which it is.
std::string shortened(std::string text) {
  constexpr size_t kLongest = 100;
  if (text.size() <= kLongest) return text;
  size_t end = kLongest;
  // Not within a character.
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) end--;
  return text.substr(0, end) + "…";
}

}  // namespace

size_t value_size(GDExtensionVariantType type) {
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_VECTOR2:
    case GDEXTENSION_VARIANT_TYPE_VECTOR2I:
      return 8;
    case GDEXTENSION_VARIANT_TYPE_VECTOR3:
    case GDEXTENSION_VARIANT_TYPE_VECTOR3I:
      return 12;
    case GDEXTENSION_VARIANT_TYPE_RECT2:
    case GDEXTENSION_VARIANT_TYPE_RECT2I:
    case GDEXTENSION_VARIANT_TYPE_VECTOR4:
    case GDEXTENSION_VARIANT_TYPE_VECTOR4I:
    case GDEXTENSION_VARIANT_TYPE_PLANE:
    case GDEXTENSION_VARIANT_TYPE_QUATERNION:
    case GDEXTENSION_VARIANT_TYPE_COLOR:
      return 16;
    case GDEXTENSION_VARIANT_TYPE_TRANSFORM2D:
    case GDEXTENSION_VARIANT_TYPE_AABB:
      return 24;
    case GDEXTENSION_VARIANT_TYPE_BASIS:
      return 36;
    case GDEXTENSION_VARIANT_TYPE_TRANSFORM3D:
      return 48;
    case GDEXTENSION_VARIANT_TYPE_PROJECTION:
      return 64;
    default:
      return 0;
  }
}

Variant variant_from_shared_buffer(GDExtensionVariantType type) {
  return Variant::from_typed(type, shared_buffer);
}

bool is_integer(double number) {
  return std::abs(number) <= kSafeInteger && number == std::trunc(number);
}

bool is_safe_integer(int64_t value) {
  return value <= static_cast<int64_t>(kSafeInteger) &&
         value >= -static_cast<int64_t>(kSafeInteger);
}

v8::Local<v8::Value> from_int(v8::Isolate *isolate, int64_t value) {
  if (value >= INT32_MIN && value <= INT32_MAX) {
    return v8::Integer::New(isolate, static_cast<int32_t>(value));
  }
  if (is_safe_integer(value)) {
    return v8::Number::New(isolate, static_cast<double>(value));
  }
  return v8::BigInt::New(isolate, value);
}

bool to_int64(v8::Local<v8::BigInt> value, int64_t *result) {
  bool lossless = false;
  *result = value->Int64Value(&lossless);
  if (!lossless) *result = static_cast<int64_t>(value->Uint64Value(&lossless));
  return lossless;
}

bool simple_to_variant(v8::Local<v8::Value> value, Variant *result) {
  if (value->IsNumber()) {
    *result = from_number(value.As<v8::Number>()->Value());
  } else if (value->IsBoolean()) {
    const GDExtensionBool boolean = value->IsTrue();
    *result = Variant::from_typed(GDEXTENSION_VARIANT_TYPE_BOOL, &boolean);
  } else if (value->IsNullOrUndefined()) {
    *result = Variant();
  } else {
    return false;
  }
  return true;
}

bool to_variant(v8::Isolate *isolate, v8::Local<v8::Value> value, Variant *result,
                const Nesting *outer) {
  if (simple_to_variant(value, result)) return true;
  if (value->IsObject()) {
    return object_to_variant(isolate, value.As<v8::Object>(), result, outer);
  }
  if (value->IsString()) {
    const String string = to_string(isolate, value.As<v8::String>());
    *result = Variant::from_typed(GDEXTENSION_VARIANT_TYPE_STRING, string.ptr());
    return true;
  }
  int64_t integer = 0;
  if (!value->IsBigInt()) {
    throw_type_error(isolate,
                     "a " + describe(isolate, value) + " has no counterpart in the engine");
    return false;
  }
  if (!to_int64(value.As<v8::BigInt>(), &integer)) {
    throw_type_error(isolate, describe(isolate, value) + " does not fit into 64 bits");
    return false;
  }
  *result = Variant::from_typed(GDEXTENSION_VARIANT_TYPE_INT, &integer);
  return true;
}

v8::Local<v8::Value> from_variant(v8::Isolate *isolate, const Variant &variant) {
  const GDExtensionVariantType type = variant.type();
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_NIL:
      return v8::Null(isolate);
    case GDEXTENSION_VARIANT_TYPE_OBJECT:
      // The pointer inside may dangle; the instance id tells.
      return wrap(isolate, api.object_get_instance_from_id(
                               api.variant_get_object_instance_id(variant.ptr())));
    default:
      if (VariantHandle::holds(type)) return VariantHandle::make(isolate, variant);
      return from_typed(isolate, TypeCode(type), variant.data());
  }
}

v8::Local<v8::Value> from_typed(v8::Isolate *isolate, const TypeCode &type, const void *value) {
  switch (type.kind()) {
    case GDEXTENSION_VARIANT_TYPE_NIL:
      return v8::Undefined(isolate);
    case GDEXTENSION_VARIANT_TYPE_BOOL:
      return v8::Boolean::New(isolate, *static_cast<const GDExtensionBool *>(value) != 0);
    case GDEXTENSION_VARIANT_TYPE_INT:
      return from_int(isolate, *static_cast<const int64_t *>(value));
    case GDEXTENSION_VARIANT_TYPE_FLOAT:
      return v8::Number::New(isolate, *static_cast<const double *>(value));
    case GDEXTENSION_VARIANT_TYPE_STRING:
      return to_js(isolate, *static_cast<const String *>(value));
    case GDEXTENSION_VARIANT_TYPE_STRING_NAME:
      return to_js(isolate, *static_cast<const StringName *>(value));
    case GDEXTENSION_VARIANT_TYPE_NODE_PATH: {
      const Variant path = Variant::from_typed(type.type(), value);
      String text;
      api.variant_stringify(path.ptr(), text.ptr());
      return to_js(isolate, text);
    }
    case GDEXTENSION_VARIANT_TYPE_OBJECT:
      return wrap(isolate, *static_cast<const GDExtensionObjectPtr *>(value));
    case TypeCode::kVariant:
      return from_variant(isolate, Variant::at(value));
    case TypeCode::kPointer:
      return v8::BigInt::NewFromUnsigned(isolate, *static_cast<const uint64_t *>(value));
    default:
      if (value_size(type.type()) > 0) return value_from_typed(isolate, type.type(), value);
      if (type.type() >= GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY) {
        return packed_to_js(isolate, type.type(), value);
      }
      return from_variant(isolate, Variant::from_typed(type.type(), value));
  }
}

bool to_typed(v8::Isolate *isolate, v8::Local<v8::Value> value, const TypeCode &type,
              void *destination) {
  if (type.is_void()) return true;
  if (type.is_variant()) {
    Variant variant;
    if (!to_variant(isolate, value, &variant)) return false;
    *static_cast<Variant *>(destination) = std::move(variant);
    return true;
  }
  if (type.is_pointer()) {
    if (!value->IsBigInt() && !value->IsNullOrUndefined()) return false;
    *static_cast<uint64_t *>(destination) =
        value->IsBigInt() ? value.As<v8::BigInt>()->Uint64Value() : 0;
    return true;
  }
  TypedArgument argument;
  if (!argument.set(isolate, value, type)) return false;
  if (type.is_object()) {
    const GDExtensionObjectPtr object = *static_cast<GDExtensionObjectPtr *>(argument.ptr());
    const bool ref_counted = object != nullptr && ObjectBinding::of(object)->type() != nullptr &&
                             ObjectBinding::of(object)->type()->ref_counted();
    if (ref_counted) {
      api.ref_set_object(destination, object);
    } else {
      *static_cast<GDExtensionObjectPtr *>(destination) = object;
    }
    return true;
  }
  Variant::from_typed(type.type(), argument.ptr()).assign_to(type.type(), destination);
  return true;
}

std::string describe(v8::Isolate *isolate, v8::Local<v8::Value> value) {
  if (value->IsNullOrUndefined()) return value->IsNull() ? "null" : "undefined";
  if (value->IsString()) return "string \"" + shortened(to_utf8(isolate, value)) + "\"";
  if (value->IsSymbol()) return "symbol";
  if (value->IsFunction()) return "function";
  if (value->IsObject()) {
    const std::string name = to_utf8(isolate, value.As<v8::Object>()->GetConstructorName());
    const ObjectBinding *binding = ObjectBinding::from_wrapper(value);
    return binding != nullptr && binding->object() == nullptr ? "freed " + name : name;
  }
  return to_utf8(isolate, value->TypeOf(isolate)) + " " + to_utf8(isolate, value);
}

}  // namespace godot_ts::bridge
