#include "bridge/class_methods.h"

#include "bridge/convert.h"
#include "bridge/member_call.h"

namespace godot_ts::bridge {

using engine::api;
using engine::StringName;
using engine::Variant;
using host::node_host;

void ClassMethods::add(v8::Isolate *isolate, const StringName &owner, const Reader &description) {
  const auto constructor = description.value("constructor").As<v8::Function>();
  description.each("methods",
                   [&](const Reader &read) { add_method(isolate, owner, constructor, read); });
}

void ClassMethods::mark_accessors(const StringName &setter, const StringName &getter,
                                  const StringName &property) {
  for (const auto &method : methods_) {
    const bool is_setter = method->name.id() == setter.id();
    if (!is_setter && method->name.id() != getter.id()) continue;
    method->accessor = is_setter ? Accessor::kSetter : Accessor::kGetter;
    method->property = property;
  }
}

void ClassMethods::add_method(v8::Isolate *isolate, const StringName &owner,
                              v8::Local<v8::Function> constructor, const Reader &read) {
  std::vector<Variant> defaults;
  if (!read.values("defaults", &defaults)) return;
  std::vector<GDExtensionVariantPtr> default_pointers;
  default_pointers.reserve(defaults.size());
  for (Variant &value : defaults) default_pointers.push_back(value.ptr());

  auto *method = methods_.emplace_back(std::make_unique<Method>()).get();
  const bool is_static = read.flag("isStatic");
  method->name = StringName(read.text("name"));
  method->invoke.Reset(isolate, read.value("invoke").As<v8::Function>());
  method->label = engine::String(owner).utf8() + "." + read.text("name");
  if (is_static) method->constructor.Reset(isolate, constructor);
  PropertyInfos arguments(isolate, read.value("arguments"));
  PropertyInfos results(isolate, read.value("results"));
  for (size_t i = 0; i < arguments.size(); i++) {
    method->arguments.emplace_back(arguments.type_code(i));
  }
  if (results.size() > 0) method->result = TypeCode(results.type_code(0));
  std::vector<GDExtensionClassMethodArgumentMetadata> metadata(
      arguments.size(), GDEXTENSION_METHOD_ARGUMENT_METADATA_NONE);

  GDExtensionClassMethodInfo info{};
  info.name = method->name.ptr();
  info.method_userdata = method;
  info.call_func = &on_call;
  info.ptrcall_func = &on_ptrcall;
  info.method_flags =
      GDEXTENSION_METHOD_FLAG_NORMAL |
      (is_static ? static_cast<uint32_t>(GDEXTENSION_METHOD_FLAG_STATIC) : 0u) |
      (read.flag("isVararg") ? static_cast<uint32_t>(GDEXTENSION_METHOD_FLAG_VARARG) : 0u);
  info.has_return_value = results.size() > 0;
  info.return_value_info = results.data();
  info.argument_count = static_cast<uint32_t>(arguments.size());
  info.arguments_info = arguments.data();
  info.arguments_metadata = metadata.data();
  info.default_argument_count = static_cast<uint32_t>(default_pointers.size());
  info.default_arguments = default_pointers.data();
  api.classdb_register_extension_class_method(engine::library, owner.ptr(), &info);
}

void ClassMethods::release() {
  for (const auto &method : methods_) {
    method->invoke.Reset();
    method->constructor.Reset();
  }
}

v8::Local<v8::Value> ClassMethods::receiver_of(v8::Isolate *isolate, const Method &method,
                                               GDExtensionClassInstancePtr instance) {
  if (!method.constructor.IsEmpty()) return method.constructor.Get(isolate);
  return wrapper_of(isolate, instance);
}

// Another thread uses an accessor of an object whose JavaScript half is not built: the value waits
// for that. False where the call is not such a one. Any thread.
bool ClassMethods::store_or_recall(const Method &method, GDExtensionClassInstancePtr instance,
                                   const GDExtensionConstVariantPtr *arguments,
                                   GDExtensionInt count, Variant *result) {
  if (method.accessor == Accessor::kNone || node_host().on_main_thread()) return false;
  StoredValues *values = static_cast<ObjectBinding *>(instance)->stored_values();
  if (values == nullptr) return false;
  if (method.accessor == Accessor::kSetter) {
    StoredValues::Entry entry{method.property, const_cast<Method *>(&method), {}};
    for (int64_t i = 0; i < count; i++) entry.arguments.push_back(Variant::copy_of(arguments[i]));
    return count > 0 && values->add(std::move(entry));
  }
  if (!values->is_open()) return false;
  const bool is_known = method.property.id() != 0 && values->find(method.property, result);
  if (is_known) return true;
  // Before it sets a collection, the engine asks for the one that is there, to give it its type.
  return method.result.is_variant() || method.result.type() == GDEXTENSION_VARIANT_TYPE_ARRAY ||
         method.result.type() == GDEXTENSION_VARIANT_TYPE_DICTIONARY;
}

void ClassMethods::apply_stored_values(v8::Isolate *isolate, ObjectBinding *binding) {
  StoredValues *values = binding->stored_values();
  if (values == nullptr || !values->is_open()) return;
  // A setter may free the object; with the wrapper, the binding stays.
  const v8::Local<v8::Object> wrapper = binding->wrapper(isolate);
  const StringName set("set");
  for (const StoredValues::Entry &entry : values->take()) {
    if (wrapper.IsEmpty() || binding->object() == nullptr) return;
    std::vector<GDExtensionConstVariantPtr> arguments;
    for (const Variant &argument : entry.arguments) arguments.push_back(argument.ptr());
    const auto count = static_cast<GDExtensionInt>(arguments.size());
    if (entry.setter != nullptr) {
      Variant unused;
      call(*static_cast<Method *>(entry.setter), binding, arguments.data(), count, &unused);
      continue;
    }
    Variant self = Variant::from_object(binding->object());
    const Variant name =
        Variant::from_typed(GDEXTENSION_VARIANT_TYPE_STRING_NAME, entry.property.ptr());
    arguments.insert(arguments.begin(), name.ptr());
    GDExtensionCallError error{};
    const Variant unused = Variant::made_by([&](void *made) {
      api.variant_call(self.ptr(), set.ptr(), arguments.data(), count + 1, made, &error);
    });
  }
}

void ClassMethods::call(const Method &method, GDExtensionClassInstancePtr instance,
                        const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                        Variant *result) {
  if (store_or_recall(method, instance, arguments, count, result)) return;
  if (!can_enter(method.label)) return;
  MemberCall call(method.label, static_cast<size_t>(count));
  call.set_receiver(receiver_of(call.isolate(), method, instance));
  for (int64_t i = 0; i < count; i++) {
    call.set_argument(static_cast<size_t>(i),
                      from_variant(call.isolate(), Variant::at(arguments[i])));
  }
  call.run(method.invoke, TypeCode(TypeCode::kVariant), result->ptr());
}

void ClassMethods::on_call(void *userdata, GDExtensionClassInstancePtr instance,
                           const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                           GDExtensionVariantPtr result, GDExtensionCallError *error) {
  error->error = GDEXTENSION_CALL_OK;
  const auto &method = *static_cast<Method *>(userdata);
  auto *value = static_cast<Variant *>(result);
  call(method, instance, arguments, count, value);
  // Code that is compiled for the declared type takes the result for one, without a look.
  if (!method.result.is_variant()) value->convert_to(method.result.type());
}

void ClassMethods::on_ptrcall(void *userdata, GDExtensionClassInstancePtr instance,
                              const GDExtensionConstTypePtr *arguments, GDExtensionTypePtr result) {
  const auto &method = *static_cast<Method *>(userdata);
  if (!can_enter(method.label)) return;
  MemberCall call(method.label, method.arguments.size());
  call.set_receiver(receiver_of(call.isolate(), method, instance));
  for (size_t i = 0; i < method.arguments.size(); i++) {
    call.set_argument(i, from_typed(call.isolate(), method.arguments[i], arguments[i]));
  }
  call.run(method.invoke, method.result, result);
}

}  // namespace godot_ts::bridge
