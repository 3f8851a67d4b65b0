#include "bridge/packed_array.h"

#include <array>
#include <cstring>

#include "bridge/convert.h"
#include "bridge/hooks.h"
#include "bridge/strings.h"
#include "bridge/variant_handle.h"
#include "engine/interface.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::String;
using engine::Variant;

constexpr int kTypes = GDEXTENSION_VARIANT_TYPE_VARIANT_MAX;

// Nil for an element type that no packed array has.
GDExtensionVariantType packed_type_of(v8::Local<v8::TypedArray> array) {
  if (array->IsUint8Array() || array->IsUint8ClampedArray()) {
    return GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY;
  }
  if (array->IsInt32Array()) return GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY;
  if (array->IsBigInt64Array()) return GDEXTENSION_VARIANT_TYPE_PACKED_INT64_ARRAY;
  if (array->IsFloat32Array()) return GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT32_ARRAY;
  if (array->IsFloat64Array()) return GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT64_ARRAY;
  return GDEXTENSION_VARIANT_TYPE_NIL;
}

// The first element of a packed array that is not empty, to be read only.
const void *elements_of(GDExtensionVariantType type, const void *packed) {
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY:
      return api.packed_byte_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY:
      return api.packed_int32_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT64_ARRAY:
      return api.packed_int64_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT32_ARRAY:
      return api.packed_float32_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT64_ARRAY:
      return api.packed_float64_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_STRING_ARRAY:
      return api.packed_string_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_VECTOR2_ARRAY:
      return api.packed_vector2_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_VECTOR3_ARRAY:
      return api.packed_vector3_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_COLOR_ARRAY:
      return api.packed_color_array_operator_index_const(packed, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_VECTOR4_ARRAY:
      return api.packed_vector4_array_operator_index_const(packed, 0);
    default:
      return nullptr;
  }
}

// Bytes of an element.
size_t stride_of(GDExtensionVariantType type) {
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY:
      return 1;
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY:
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT32_ARRAY:
      return 4;
    case GDEXTENSION_VARIANT_TYPE_PACKED_VECTOR2_ARRAY:
      return value_size(GDEXTENSION_VARIANT_TYPE_VECTOR2);
    case GDEXTENSION_VARIANT_TYPE_PACKED_VECTOR3_ARRAY:
      return value_size(GDEXTENSION_VARIANT_TYPE_VECTOR3);
    case GDEXTENSION_VARIANT_TYPE_PACKED_COLOR_ARRAY:
      return value_size(GDEXTENSION_VARIANT_TYPE_COLOR);
    case GDEXTENSION_VARIANT_TYPE_PACKED_VECTOR4_ARRAY:
      return value_size(GDEXTENSION_VARIANT_TYPE_VECTOR4);
    case GDEXTENSION_VARIANT_TYPE_PACKED_STRING_ARRAY:
      return sizeof(String);
    default:
      return 8;
  }
}

// The engine's function of that name for each packed array; they share their signatures.
template <GDExtensionInt Hash>
GDExtensionPtrBuiltInMethod method_of(GDExtensionVariantType type, const char *name) {
  static std::array<GDExtensionPtrBuiltInMethod, kTypes> methods{};
  GDExtensionPtrBuiltInMethod &method = methods[type];
  if (method == nullptr) {
    method = api.variant_get_ptr_builtin_method(type, engine::StringName(name).ptr(), Hash);
  }
  return method;
}

size_t length_of(GDExtensionVariantType type, const void *packed) {
  int64_t result = 0;
  method_of<3173160232>(type, "size")(const_cast<void *>(packed), nullptr, &result, 0);
  return static_cast<size_t>(result);
}

// A packed array of that length, whose elements are yet to be written.
Variant packed_of_length(GDExtensionVariantType type, size_t length) {
  Variant packed = Variant::made_by_default(type);
  const auto size = static_cast<int64_t>(length);
  const GDExtensionConstTypePtr args[] = {&size};
  int64_t result = 0;
  method_of<848867239>(type, "resize")(packed.data(), args, &result, 1);
  return packed;
}

// Nobody else has the array yet, so that its elements may be written where they lie.
void *new_elements(Variant &packed) {
  return const_cast<void *>(elements_of(packed.type(), packed.data()));
}

v8::Local<v8::Value> typed_array(GDExtensionVariantType type, v8::Local<v8::ArrayBuffer> buffer,
                                 size_t length) {
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY:
      return v8::Uint8Array::New(buffer, 0, length);
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY:
      return v8::Int32Array::New(buffer, 0, length);
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT64_ARRAY:
      return v8::BigInt64Array::New(buffer, 0, length);
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT64_ARRAY:
      return v8::Float64Array::New(buffer, 0, length);
    default:
      return v8::Float32Array::New(buffer, 0, buffer->ByteLength() / sizeof(float));
  }
}

v8::Local<v8::Value> array_of_strings(v8::Isolate *isolate, const String *strings, size_t length) {
  v8::LocalVector<v8::Value> items(isolate);
  items.reserve(length);
  for (size_t i = 0; i < length; i++) items.push_back(to_js(isolate, strings[i]));
  return v8::Array::New(isolate, items.data(), length);
}

bool take_strings(v8::Isolate *isolate, v8::Local<v8::Array> source, Variant *packed) {
  const uint32_t length = source->Length();
  if (length == 0) return true;
  auto *strings = static_cast<String *>(new_elements(*packed));
  for (uint32_t i = 0; i < length; i++) {
    v8::Local<v8::Value> item;
    if (!source->Get(isolate->GetCurrentContext(), i).ToLocal(&item)) return false;
    if (!item->IsString()) {
      throw_type_error(isolate, "PackedStringArray: item " + std::to_string(i) +
                                    " must be a string, not " + describe(isolate, item));
      return false;
    }
    strings[i] = to_string(isolate, item.As<v8::String>());
  }
  return true;
}

}  // namespace

bool is_packed_of_values(GDExtensionVariantType type) {
  return type >= GDEXTENSION_VARIANT_TYPE_PACKED_STRING_ARRAY &&
         type <= GDEXTENSION_VARIANT_TYPE_PACKED_VECTOR4_ARRAY;
}

bool packed_from_typed_array(v8::Local<v8::TypedArray> array, Variant *result) {
  const GDExtensionVariantType type = packed_type_of(array);
  if (type == GDEXTENSION_VARIANT_TYPE_NIL) return false;
  Variant packed = packed_of_length(type, array->Length());
  if (array->Length() > 0) array->CopyContents(new_elements(packed), array->ByteLength());
  *result = std::move(packed);
  return true;
}

v8::Local<v8::Value> packed_to_js(v8::Isolate *isolate, GDExtensionVariantType type,
                                  const void *value) {
  const size_t length = length_of(type, value);
  const void *elements = length == 0 ? nullptr : elements_of(type, value);
  v8::Local<v8::Value> raw;
  if (type == GDEXTENSION_VARIANT_TYPE_PACKED_STRING_ARRAY) {
    raw = array_of_strings(isolate, static_cast<const String *>(elements), length);
  } else {
    const size_t bytes = length * stride_of(type);
    const auto buffer = v8::ArrayBuffer::New(isolate, bytes);
    if (bytes > 0) std::memcpy(buffer->Data(), elements, bytes);
    raw = typed_array(type, buffer, length);
  }
  if (!is_packed_of_values(type)) return raw;
  v8::Local<v8::Value> result;
  if (call_hook(Hooks::decodePacked, {v8::Integer::New(isolate, type), raw}).ToLocal(&result)) {
    return result;
  }
  return v8::Undefined(isolate);
}

v8::MaybeLocal<v8::Value> packed_from_array(v8::Isolate *isolate, GDExtensionVariantType type,
                                            v8::Local<v8::Array> array) {
  // Called directly: what it throws belongs to the caller.
  v8::Local<v8::Value> argv[] = {v8::Integer::New(isolate, type), array};
  return Hooks::encodePacked.Get(isolate)->Call(isolate->GetCurrentContext(),
                                                v8::Undefined(isolate), 2, argv);
}

void make_packed(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const auto type = static_cast<GDExtensionVariantType>(info[0].As<v8::Int32>()->Value());
  if (info[1]->IsArray()) {
    const auto source = info[1].As<v8::Array>();
    Variant packed = packed_of_length(type, source->Length());
    if (!take_strings(isolate, source, &packed)) return;
    info.GetReturnValue().Set(VariantHandle::make(isolate, packed));
    return;
  }
  const auto components = info[1].As<v8::TypedArray>();
  Variant packed = packed_of_length(type, components->ByteLength() / stride_of(type));
  if (components->Length() > 0) {
    components->CopyContents(new_elements(packed), components->ByteLength());
  }
  info.GetReturnValue().Set(VariantHandle::make(isolate, packed));
}

}  // namespace godot_ts::bridge
