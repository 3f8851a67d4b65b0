#include "engine/values.h"

#include <array>

namespace godot_ts::engine {
namespace {

constexpr int kTypes = GDEXTENSION_VARIANT_TYPE_VARIANT_MAX;

// One engine function per type, looked up once. NIL has none.
template <typename Function, typename Lookup>
std::array<Function, kTypes> per_type(Lookup lookup) {
  std::array<Function, kTypes> result{};
  for (int i = 1; i < kTypes; i++) result[i] = lookup(static_cast<GDExtensionVariantType>(i));
  return result;
}

GDExtensionPtrDestructor destructor_of(GDExtensionVariantType type) {
  static const auto table = per_type<GDExtensionPtrDestructor>(api.variant_get_ptr_destructor);
  return table[type];
}

}  // namespace

GDExtensionVariantFromTypeConstructorFunc Variant::from_type(GDExtensionVariantType type) {
  static const auto table =
      per_type<GDExtensionVariantFromTypeConstructorFunc>(api.get_variant_from_type_constructor);
  return table[type];
}

void *Variant::data_of(GDExtensionVariantPtr variant) {
  static const auto table =
      per_type<GDExtensionVariantGetInternalPtrFunc>(api.variant_get_ptr_internal_getter);
  const auto get = table[type_of(variant)];
  return get == nullptr ? nullptr : get(variant);
}

void Variant::assign_to(GDExtensionVariantType type, void *destination) {
  static const auto table =
      per_type<GDExtensionTypeFromVariantConstructorFunc>(api.get_variant_to_type_constructor);
  if (const auto destroy = destructor_of(type)) destroy(destination);
  table[type](destination, words_);
}

void Variant::convert_to(GDExtensionVariantType type) {
  if (this->type() == type) return;
  if (type == GDEXTENSION_VARIANT_TYPE_NIL) {
    *this = Variant();
    return;
  }
  if (type == GDEXTENSION_VARIANT_TYPE_OBJECT) {
    *this = from_object(nullptr);
    return;
  }
  GDExtensionCallError error{};
  const GDExtensionConstVariantPtr argument = words_;
  Variant converted =
      made_by([&](void *result) { api.variant_construct(type, result, &argument, 1, &error); });
  *this = error.error == GDEXTENSION_CALL_OK ? std::move(converted) : made_by_default(type);
}

std::string Variant::describe() const {
  String text;
  api.variant_stringify(words_, text.ptr());
  return text.utf8();
}

AnyValue::AnyValue(GDExtensionVariantType type) : type_(type) {
  static const auto construct = per_type<GDExtensionPtrConstructor>(
      [](GDExtensionVariantType each) { return api.variant_get_ptr_constructor(each, 0); });
  if (destructor_of(type) != nullptr) construct[type](words_, nullptr);
}

AnyValue::~AnyValue() {
  if (const auto destroy = destructor_of(type_)) destroy(words_);
}

std::string type_name(GDExtensionVariantType type) {
  String name;
  api.variant_get_type_name(type, name.ptr());
  return name.utf8();
}

}  // namespace godot_ts::engine
