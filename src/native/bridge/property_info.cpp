#include "bridge/property_info.h"

#include "bridge/convert.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

constexpr uint32_t kUsageDefault = 6;  // PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_EDITOR

}  // namespace

Reader::Reader(v8::Isolate *isolate, v8::Local<v8::Object> object)
    : isolate_(isolate), object_(object) {}

v8::Local<v8::Value> Reader::value(const char *name) const {
  return object_->Get(isolate_->GetCurrentContext(), key(isolate_, name))
      .FromMaybe(v8::Local<v8::Value>(v8::Undefined(isolate_)));
}

std::string Reader::text(const char *name) const {
  const v8::Local<v8::Value> text = value(name);
  return text->IsString() ? to_utf8(isolate_, text) : "";
}

int Reader::number(const char *name) const {
  return value(name)->Int32Value(isolate_->GetCurrentContext()).FromMaybe(0);
}

bool Reader::flag(const char *name) const { return value(name)->IsTrue(); }

bool Reader::values(const char *name, std::vector<engine::Variant> *result) const {
  const v8::Local<v8::Value> list = value(name);
  if (!list->IsArray()) return true;
  const auto array = list.As<v8::Array>();
  result->resize(array->Length());
  for (uint32_t i = 0; i < array->Length(); i++) {
    const auto element = array->Get(isolate_->GetCurrentContext(), i).ToLocalChecked();
    if (!to_variant(isolate_, element, &(*result)[i])) return false;
  }
  return true;
}

v8::Local<v8::Object> Reader::element(v8::Local<v8::Array> array, uint32_t index) const {
  return array->Get(isolate_->GetCurrentContext(), index).ToLocalChecked().As<v8::Object>();
}

PropertyInfos::PropertyInfos(v8::Isolate *isolate, v8::Local<v8::Value> descriptions) {
  if (!descriptions->IsArray()) return;
  const auto array = descriptions.As<v8::Array>();
  for (uint32_t i = 0; i < array->Length(); i++) {
    const Reader read(
        isolate, array->Get(isolate->GetCurrentContext(), i).ToLocalChecked().As<v8::Object>());
    const int type = read.number("type");
    const bool variant = type >= GDEXTENSION_VARIANT_TYPE_VARIANT_MAX;
    GDExtensionPropertyInfo info{};
    info.type = static_cast<GDExtensionVariantType>(variant ? 0 : type);
    info.name = names_.emplace_back(read.text("name")).ptr();
    info.class_name = names_.emplace_back(read.text("className")).ptr();
    info.hint = static_cast<uint32_t>(read.number("hint"));
    info.hint_string = strings_.emplace_back(read.text("hintString")).ptr();
    // None at all is also a usage.
    info.usage = read.value("usage")->IsUndefined() ? kUsageDefault
                                                    : static_cast<uint32_t>(read.number("usage"));
    infos_.push_back(info);
    codes_.push_back(type);
  }
}

}  // namespace godot_ts::bridge
