#include "bridge/class_members.h"

#include <vector>

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::String;
using engine::StringName;

void add_signal(v8::Isolate *isolate, const StringName &owner, const Reader &read) {
  const StringName name(read.text("name"));
  PropertyInfos arguments(isolate, read.value("arguments"));
  api.classdb_register_extension_class_signal(engine::library, owner.ptr(), name.ptr(),
                                              arguments.data(),
                                              static_cast<GDExtensionInt>(arguments.size()));
}

// A heading of the inspector, in front of the property that is added next.
void add_heading(const StringName &owner, const Reader &read) {
  const std::string kind = read.text("kind");
  const String name(read.text("name"));
  const String prefix(read.text("prefix"));
  if (kind == "group") {
    api.classdb_register_extension_class_property_group(engine::library, owner.ptr(), name.ptr(),
                                                        prefix.ptr());
  } else {
    api.classdb_register_extension_class_property_subgroup(engine::library, owner.ptr(), name.ptr(),
                                                           prefix.ptr());
  }
}

void add_property(v8::Isolate *isolate, const StringName &owner, const Reader &read,
                  ClassMethods *methods) {
  read.each("headings", [&](const Reader &heading) { add_heading(owner, heading); });
  PropertyInfos infos(isolate, read.value("info"));
  const StringName setter(read.text("setter"));
  const StringName getter(read.text("getter"));
  if (read.value("index")->IsNumber()) {
    api.classdb_register_extension_class_property_indexed(engine::library, owner.ptr(),
                                                          infos.data(), setter.ptr(), getter.ptr(),
                                                          read.number("index"));
    methods->mark_accessors(setter, getter, StringName());
  } else {
    api.classdb_register_extension_class_property(engine::library, owner.ptr(), infos.data(),
                                                  setter.ptr(), getter.ptr());
    methods->mark_accessors(setter, getter, StringName::copy_of(infos.data()->name));
  }
}

void add_constant(v8::Isolate *isolate, const StringName &owner, const Reader &read) {
  const StringName enumeration(read.text("enumeration"));
  const StringName name(read.text("name"));
  const int64_t value =
      read.value("value")->IntegerValue(isolate->GetCurrentContext()).FromMaybe(0);
  api.classdb_register_extension_class_integer_constant(
      engine::library, owner.ptr(), enumeration.ptr(), name.ptr(), value, read.flag("isBitfield"));
}

void add_script_virtual(v8::Isolate *isolate, const StringName &owner, const Reader &read) {
  StringName name(read.text("name"));
  PropertyInfos arguments(isolate, read.value("arguments"));
  PropertyInfos results(isolate, read.value("results"));
  std::vector<GDExtensionClassMethodArgumentMetadata> metadata(
      arguments.size(), GDEXTENSION_METHOD_ARGUMENT_METADATA_NONE);
  StringName no_name;
  String no_hint;
  GDExtensionClassVirtualMethodInfo info{};
  info.name = name.ptr();
  info.method_flags = GDEXTENSION_METHOD_FLAG_NORMAL | GDEXTENSION_METHOD_FLAG_VIRTUAL;
  info.return_value.name = no_name.ptr();
  info.return_value.class_name = no_name.ptr();
  info.return_value.hint_string = no_hint.ptr();
  if (results.size() > 0) info.return_value = *results.data();
  info.argument_count = static_cast<uint32_t>(arguments.size());
  info.arguments = arguments.data();
  info.arguments_metadata = metadata.data();
  api.classdb_register_extension_class_virtual_method(engine::library, owner.ptr(), &info);
}

}  // namespace

void add_class_members(v8::Isolate *isolate, const StringName &owner, const Reader &description,
                       ClassMethods *methods) {
  description.each("constants", [&](const Reader &read) { add_constant(isolate, owner, read); });
  description.each("signals", [&](const Reader &read) { add_signal(isolate, owner, read); });
  description.each("scriptVirtuals",
                   [&](const Reader &read) { add_script_virtual(isolate, owner, read); });
  description.each("properties",
                   [&](const Reader &read) { add_property(isolate, owner, read, methods); });
}

}  // namespace godot_ts::bridge
