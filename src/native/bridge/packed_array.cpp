#include "bridge/packed_array.h"

#include <cstring>

#include "bridge/convert.h"
#include "engine/interface.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::Variant;

// PackedByteArray.size and .resize; the other packed arrays share their signatures.
constexpr GDExtensionInt kSizeHash = 3173160232;
constexpr GDExtensionInt kResizeHash = 848867239;

int64_t size_of(const Variant &packed) {
  const auto size = api.variant_get_ptr_builtin_method(packed.type(),
                                                       engine::StringName("size").ptr(), kSizeHash);
  int64_t result = 0;
  size(Variant::data_of(const_cast<void *>(packed.ptr())), nullptr, &result, 0);
  return result;
}

Variant make_packed(GDExtensionVariantType type, int64_t size) {
  GDExtensionCallError error{};
  Variant packed = Variant::made_by(
      [&](void *result) { api.variant_construct(type, result, nullptr, 0, &error); });
  const auto resize =
      api.variant_get_ptr_builtin_method(type, engine::StringName("resize").ptr(), kResizeHash);
  const GDExtensionConstTypePtr args[] = {&size};
  int64_t result = 0;
  resize(packed.data(), args, &result, 1);
  return packed;
}

// The first of the numbers inside a packed array that is not empty.
void *numbers_of(Variant &packed) {
  void *array = packed.data();
  switch (packed.type()) {
    case GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY:
      return api.packed_byte_array_operator_index(array, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY:
      return api.packed_int32_array_operator_index(array, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT64_ARRAY:
      return api.packed_int64_array_operator_index(array, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT32_ARRAY:
      return api.packed_float32_array_operator_index(array, 0);
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT64_ARRAY:
      return api.packed_float64_array_operator_index(array, 0);
    default:
      return nullptr;
  }
}

bool holds_numbers(GDExtensionVariantType type) {
  return type >= GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY &&
         type <= GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT64_ARRAY;
}

v8::Local<v8::Value> typed_array(GDExtensionVariantType type, v8::Local<v8::ArrayBuffer> buffer,
                                 size_t length) {
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY:
      return v8::Int32Array::New(buffer, 0, length);
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT64_ARRAY:
      return v8::BigInt64Array::New(buffer, 0, length);
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT32_ARRAY:
      return v8::Float32Array::New(buffer, 0, length);
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT64_ARRAY:
      return v8::Float64Array::New(buffer, 0, length);
    default:
      return v8::Uint8Array::New(buffer, 0, length);
  }
}

size_t element_size_of(GDExtensionVariantType type) {
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY:
      return 1;
    case GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY:
    case GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT32_ARRAY:
      return 4;
    default:
      return 8;
  }
}

}  // namespace

bool packed_from_typed_array(v8::Local<v8::TypedArray> array, Variant *result) {
  GDExtensionVariantType type;
  if (array->IsUint8Array() || array->IsUint8ClampedArray()) {
    type = GDEXTENSION_VARIANT_TYPE_PACKED_BYTE_ARRAY;
  } else if (array->IsInt32Array()) {
    type = GDEXTENSION_VARIANT_TYPE_PACKED_INT32_ARRAY;
  } else if (array->IsBigInt64Array()) {
    type = GDEXTENSION_VARIANT_TYPE_PACKED_INT64_ARRAY;
  } else if (array->IsFloat32Array()) {
    type = GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT32_ARRAY;
  } else if (array->IsFloat64Array()) {
    type = GDEXTENSION_VARIANT_TYPE_PACKED_FLOAT64_ARRAY;
  } else {
    return false;
  }
  const size_t length = array->Length();
  *result = make_packed(type, static_cast<int64_t>(length));
  if (length > 0) array->CopyContents(numbers_of(*result), length * element_size_of(type));
  return true;
}

v8::Local<v8::Value> packed_to_js(v8::Isolate *isolate, const Variant &packed) {
  const GDExtensionVariantType type = packed.type();
  if (holds_numbers(type)) {
    Variant shared = packed;
    const auto length = static_cast<size_t>(size_of(shared));
    const size_t bytes = length * element_size_of(type);
    const auto buffer = v8::ArrayBuffer::New(isolate, bytes);
    if (length > 0) std::memcpy(buffer->Data(), numbers_of(shared), bytes);
    return typed_array(type, buffer, length);
  }
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const int64_t length = size_of(packed);
  const auto result = v8::Array::New(isolate, static_cast<int>(length));
  for (int64_t i = 0; i < length; i++) {
    const Variant index = Variant::from_typed(GDEXTENSION_VARIANT_TYPE_INT, &i);
    GDExtensionBool valid = false;
    const Variant element = Variant::made_by(
        [&](void *made) { api.variant_get(packed.ptr(), index.ptr(), made, &valid); });
    result->Set(context, static_cast<uint32_t>(i), from_variant(isolate, element)).Check();
  }
  return result;
}

}  // namespace godot_ts::bridge
