#include "bridge/registered_class.h"

#include <algorithm>

#include "bridge/call_arguments.h"
#include "bridge/convert.h"
#include "bridge/fast_call.h"
#include "bridge/hooks.h"
#include "bridge/property_info.h"
#include "bridge/running_call.h"
#include "bridge/strings.h"
#include "host/node_host.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;
using engine::Variant;
using host::node_host;

std::vector<std::unique_ptr<RegisteredClass>> classes;

// A constructor that is being run for an object of the engine's. The wrapper it makes becomes that
// object's, and is kept here while the object may be freed under it.
struct Construction {
  ObjectBinding *binding;
  v8::Global<v8::Object> wrapper;
};

Construction *pending = nullptr;

// On a constructor: the RegisteredClass of it.
v8::Local<v8::Private> class_key(v8::Isolate *isolate) {
  static v8::Eternal<v8::Private> eternal(
      isolate, v8::Private::ForApi(isolate, key(isolate, "godot_ts:class")));
  return eternal.Get(isolate);
}

// One call of a member from the engine. What it throws, and a result that doesn't fit, is reported
// with `label`.
class MemberCall {
 public:
  MemberCall(const std::string &label, size_t count)
      : label_(label), isolate_(scope_.isolate()), try_catch_(isolate_), arguments_(count + 1) {}
  v8::Isolate *isolate() const { return isolate_; }
  void set_receiver(v8::Local<v8::Value> receiver) { arguments_[0] = receiver; }
  void set_argument(size_t index, v8::Local<v8::Value> value) { arguments_[index + 1] = value; }

  void run(const v8::Global<v8::Function> &invoke, const TypeCode &type,
           GDExtensionTypePtr result) {
    const RunningCall running(arguments_[0]);
    v8::Local<v8::Value> value;
    if (!node_host()
             .call(invoke.Get(isolate_), v8::Undefined(isolate_), arguments_.size(),
                   arguments_.data())
             .ToLocal(&value)) {
      report_exception(try_catch_, label_);
      return;
    }
    if (to_typed(isolate_, value, type, result)) return;
    if (!try_catch_.HasCaught()) {
      throw_type_error(isolate_, label_ + " must return " + type.describe() + ", not " +
                                     describe(isolate_, value));
    }
    report_exception(try_catch_, label_);
  }

 private:
  const std::string &label_;
  const host::EnterScope scope_;
  v8::Isolate *isolate_;
  const v8::TryCatch try_catch_;
  CallArguments arguments_;
};

// The JavaScript half of an instance.
v8::Local<v8::Value> wrapper_of(v8::Isolate *isolate, GDExtensionClassInstancePtr instance) {
  const auto *binding = static_cast<ObjectBinding *>(instance);
  return binding->has_wrapper() ? v8::Local<v8::Value>(binding->wrapper(isolate))
                                : wrap(isolate, binding->object());
}

// JavaScript can be called now, and here. A call from another thread is refused with an error.
bool can_enter(const std::string &label) {
  if (!node_host().on_main_thread()) {
    api.print_error_with_message(
        "Called from another thread",
        (label + " runs on the main thread only: use call_deferred").c_str(), label.c_str(), "", 0,
        false);
    return false;
  }
  return node_host().running() && !FastCall::refused();
}

}  // namespace

void RegisteredClass::register_class(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const auto description = info[0].As<v8::Object>();
  const Reader read(isolate, description);

  auto *self = classes.emplace_back(std::make_unique<RegisteredClass>()).get();
  self->name_ = StringName(read.text("name"));
  self->parent_ = StringName(read.text("base"));
  self->engine_base_ = StringName(read.text("engineBase"));
  const EngineClass *parent = EngineClass::of_name(self->parent_);
  if (parent == nullptr) {
    throw_type_error(isolate, "registerClass: the base " + read.text("base") + " is not defined");
    classes.pop_back();
    return;
  }
  self->type_ = EngineClass::derive(isolate, self->name_, parent);
  const auto constructor = read.value("constructor").As<v8::Function>();
  self->constructor_.Reset(isolate, constructor);
  constructor->SetPrivate(context, class_key(isolate), v8::External::New(isolate, self)).Check();

  const engine::String icon(read.text("icon"));
  GDExtensionClassCreationInfo5 creation{};
  creation.is_abstract = read.flag("isAbstract");
  creation.is_exposed = !read.flag("isInternal");
  creation.is_runtime = read.flag("isRuntime");
  creation.icon_path = icon.length() > 0 ? icon.ptr() : nullptr;
  creation.create_instance_func = &on_create;
  creation.free_instance_func = &on_free;
  creation.get_virtual_call_data_func = &on_get_virtual;
  creation.call_virtual_with_data_func = &on_call_virtual;
  creation.class_userdata = self;
  self->add_virtuals(isolate, description);
  api.classdb_register_extension_class5(engine::library, self->name_.ptr(), self->parent_.ptr(),
                                        &creation);
  self->add_methods(isolate, description);
  self->add_signals(isolate, description);
  self->add_properties(isolate, description);
}

void RegisteredClass::add_virtuals(v8::Isolate *isolate, v8::Local<v8::Object> description) {
  Reader(isolate, description).each("virtuals", [&](const Reader &read) {
    auto entry = std::make_unique<Virtual>();
    entry->invoke.Reset(isolate, read.value("invoke").As<v8::Function>());
    entry->label = engine::String(name_).utf8() + "." + read.text("member");
    entry->arguments = TypeCode::list(isolate, read.value("arguments"));
    entry->result = TypeCode(read.number("result"));
    const StringName &name = virtual_names_.emplace_back(read.text("name"));
    virtuals_[name.id()] = std::move(entry);
  });
}

void RegisteredClass::add_methods(v8::Isolate *isolate, v8::Local<v8::Object> description) {
  Reader(isolate, description).each("methods", [&](const Reader &read) {
    auto *method = methods_.emplace_back(std::make_unique<Method>()).get();
    method->owner = this;
    method->name = StringName(read.text("name"));
    method->invoke.Reset(isolate, read.value("invoke").As<v8::Function>());
    method->label = engine::String(name_).utf8() + "." + read.text("name");
    method->is_static = read.flag("isStatic");
    PropertyInfos arguments(isolate, read.value("arguments"));
    PropertyInfos results(isolate, read.value("results"));
    for (size_t i = 0; i < arguments.size(); i++) {
      method->arguments.emplace_back(arguments.type_code(i));
    }
    if (results.size() > 0) method->result = TypeCode(results.type_code(0));
    std::vector<GDExtensionClassMethodArgumentMetadata> metadata(
        arguments.size(), GDEXTENSION_METHOD_ARGUMENT_METADATA_NONE);
    std::vector<Variant> defaults;
    std::vector<GDExtensionVariantPtr> default_pointers;
    if (!read.values("defaults", &defaults)) return;
    default_pointers.reserve(defaults.size());
    for (Variant &value : defaults) default_pointers.push_back(value.ptr());

    GDExtensionClassMethodInfo method_info{};
    method_info.name = method->name.ptr();
    method_info.method_userdata = method;
    method_info.call_func = &on_call;
    method_info.ptrcall_func = &on_ptrcall;
    method_info.method_flags =
        GDEXTENSION_METHOD_FLAG_NORMAL |
        (method->is_static ? static_cast<uint32_t>(GDEXTENSION_METHOD_FLAG_STATIC) : 0u) |
        (read.flag("isVararg") ? static_cast<uint32_t>(GDEXTENSION_METHOD_FLAG_VARARG) : 0u);
    method_info.has_return_value = results.size() > 0;
    method_info.return_value_info = results.data();
    method_info.argument_count = static_cast<uint32_t>(arguments.size());
    method_info.arguments_info = arguments.data();
    method_info.arguments_metadata = metadata.data();
    method_info.default_argument_count = static_cast<uint32_t>(default_pointers.size());
    method_info.default_arguments = default_pointers.data();
    api.classdb_register_extension_class_method(engine::library, name_.ptr(), &method_info);
  });
}

void RegisteredClass::add_signals(v8::Isolate *isolate, v8::Local<v8::Object> description) {
  Reader(isolate, description).each("signals", [&](const Reader &read) {
    const StringName name(read.text("name"));
    PropertyInfos arguments(isolate, read.value("arguments"));
    api.classdb_register_extension_class_signal(engine::library, name_.ptr(), name.ptr(),
                                                arguments.data(),
                                                static_cast<GDExtensionInt>(arguments.size()));
  });
}

void RegisteredClass::add_properties(v8::Isolate *isolate, v8::Local<v8::Object> description) {
  Reader(isolate, description).each("properties", [&](const Reader &read) {
    PropertyInfos infos(isolate, read.value("info"));
    const StringName setter(read.text("setter"));
    const StringName getter(read.text("getter"));
    api.classdb_register_extension_class_property(engine::library, name_.ptr(), infos.data(),
                                                  setter.ptr(), getter.ptr());
    const StringName property = StringName::copy_of(infos.data()->name);
    mark_accessor(setter, Accessor::kSetter, property);
    mark_accessor(getter, Accessor::kGetter, property);
  });
}

void RegisteredClass::mark_accessor(const StringName &name, Accessor accessor,
                                    const StringName &property) {
  for (const auto &method : methods_) {
    if (method->name.id() != name.id()) continue;
    method->accessor = accessor;
    method->property = property.id();
  }
}

void RegisteredClass::unregister_all() {
  // Derived classes first.
  for (auto entry = classes.rbegin(); entry != classes.rend(); ++entry) {
    api.classdb_unregister_extension_class(engine::library, (*entry)->name_.ptr());
  }
  classes.clear();
}

void RegisteredClass::release_all() {
  for (const auto &self : classes) {
    self->constructor_.Reset();
    for (auto &[id, entry] : self->virtuals_) entry->invoke.Reset();
    for (const auto &method : self->methods_) method->invoke.Reset();
  }
}

ObjectBinding *RegisteredClass::make_engine_half() const {
  const GDExtensionObjectPtr object = api.classdb_construct_object2(engine_base_.ptr());
  ObjectBinding *binding = ObjectBinding::adopt(object, type_);
  api.object_set_instance(object, name_.ptr(), binding);
  return binding;
}

bool RegisteredClass::construct_half(v8::Isolate *isolate, v8::Local<v8::Object> wrapper,
                                     v8::Local<v8::Value> new_target) {
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const v8::Local<v8::Private> mark = class_key(isolate);
  for (v8::Local<v8::Value> target = new_target; target->IsFunction();
       target = target.As<v8::Object>()->GetPrototypeV2()) {
    v8::Local<v8::Value> found;
    if (!target.As<v8::Object>()->GetPrivate(context, mark).ToLocal(&found)) return false;
    if (!found->IsExternal()) continue;
    const auto *self = static_cast<RegisteredClass *>(found.As<v8::External>()->Value());
    // A constructor may make other objects before it calls super().
    if (pending != nullptr && pending->binding->type() == self->type_) {
      Construction *construction = std::exchange(pending, nullptr);
      construction->wrapper.Reset(isolate, wrapper);
      construction->binding->set_wrapper(isolate, wrapper, self->type_);
      return true;
    }
    ObjectBinding *binding = self->make_engine_half();
    binding->set_wrapper(isolate, wrapper, self->type_);
    post_initialize(binding->object());
    return true;
  }
  return false;
}

bool RegisteredClass::is_in_call(v8::Local<v8::Value> object) {
  return RunningCall::has_receiver(object);
}

bool RegisteredClass::build_script_half(v8::Isolate *isolate, ObjectBinding *binding) {
  construct(isolate, binding);
  if (!binding->has_wrapper()) return false;
  set_stored_values(isolate, binding);
  return true;
}

// Runs the constructor. False when it threw, which is reported; a wrapper is there also when it did
// so after super(), with the members it has set until then.
bool RegisteredClass::construct(v8::Isolate *isolate, ObjectBinding *binding) {
  const auto entry = std::find_if(classes.begin(), classes.end(), [&](const auto &candidate) {
    return candidate->type_ == binding->type();
  });
  if (entry == classes.end() || (*entry)->constructor_.IsEmpty()) return false;
  const v8::TryCatch try_catch(isolate);
  Construction construction{binding, {}};
  Construction *const outer = std::exchange(pending, &construction);
  const bool built =
      !(*entry)->constructor_.Get(isolate)->NewInstance(isolate->GetCurrentContext()).IsEmpty();
  pending = outer;
  if (!built) report_exception(try_catch, "new " + engine::String((*entry)->name_).utf8() + "()");
  return built;
}

void RegisteredClass::set_stored_values(v8::Isolate *isolate, ObjectBinding *binding) {
  StoredValues *values = binding->stored_values();
  if (values == nullptr || !values->is_open()) return;
  const v8::Local<v8::Object> wrapper = binding->wrapper(isolate);
  for (const StoredValues::Entry &entry : values->take()) {
    const auto &setter = *static_cast<Method *>(entry.setter);
    MemberCall call(setter.label, 1);
    call.set_receiver(wrapper);
    call.set_argument(0, from_variant(isolate, entry.value));
    Variant unused;
    call.run(setter.invoke, TypeCode(TypeCode::kVariant), unused.ptr());
  }
}

// Any thread: a scene loaded in the background makes its nodes there. The JavaScript half is built
// on the main thread, before its first use.
GDExtensionObjectPtr RegisteredClass::on_create(void *userdata, GDExtensionBool notify) {
  const auto *self = static_cast<RegisteredClass *>(userdata);
  ObjectBinding *binding = self->make_engine_half();
  const GDExtensionObjectPtr object = binding->object();
  if (!node_host().on_main_thread() || !node_host().running() || FastCall::refused()) {
    binding->store_values();
    if (notify) post_initialize(object);
    return object;
  }
  // The wrapper lives in this scope: only when the engine has the object it may go.
  const host::EnterScope scope;
  const bool built = construct(scope.isolate(), binding);
  v8::Local<v8::Object> wrapper;
  if (binding->has_wrapper()) wrapper = binding->wrapper(scope.isolate());
  if (!built) binding->discard();
  if (!built || binding->object() == nullptr) return nullptr;
  if (notify) post_initialize(object);
  return object;
}

// The binding goes by its own callback.
void RegisteredClass::on_free(void *, GDExtensionClassInstancePtr) {}

void *RegisteredClass::on_get_virtual(void *userdata, GDExtensionConstStringNamePtr name,
                                      uint32_t) {
  const auto *self = static_cast<RegisteredClass *>(userdata);
  const auto entry = self->virtuals_.find(StringName::id_of(name));
  return entry == self->virtuals_.end() ? nullptr : entry->second.get();
}

void RegisteredClass::on_call_virtual(GDExtensionClassInstancePtr instance,
                                      GDExtensionConstStringNamePtr, void *userdata,
                                      const GDExtensionConstTypePtr *arguments,
                                      GDExtensionTypePtr result) {
  const auto *entry = static_cast<Virtual *>(userdata);
  if (!can_enter(entry->label)) return;
  MemberCall call(entry->label, entry->arguments.size());
  call.set_receiver(wrapper_of(call.isolate(), instance));
  for (size_t i = 0; i < entry->arguments.size(); i++) {
    call.set_argument(i, from_typed(call.isolate(), entry->arguments[i], arguments[i]));
  }
  call.run(entry->invoke, entry->result, result);
}

v8::Local<v8::Value> RegisteredClass::receiver_of(v8::Isolate *isolate, const Method &method,
                                                  GDExtensionClassInstancePtr instance) {
  if (method.is_static) return method.owner->constructor_.Get(isolate);
  return wrapper_of(isolate, instance);
}

// Another thread uses an accessor of an object whose JavaScript half is not built: the value waits
// for that. False where the call is not such a one.
bool RegisteredClass::store_or_recall(const Method &method, GDExtensionClassInstancePtr instance,
                                      const GDExtensionConstVariantPtr *arguments,
                                      GDExtensionInt count, Variant *result) {
  if (method.accessor == Accessor::kNone || node_host().on_main_thread()) return false;
  StoredValues *values = static_cast<ObjectBinding *>(instance)->stored_values();
  if (values == nullptr) return false;
  if (method.accessor == Accessor::kSetter) {
    return count == 1 && values->add({const_cast<Method *>(&method), method.property,
                                      Variant::copy_of(arguments[0])});
  }
  if (!values->is_open()) return false;
  if (values->find(method.property, result)) return true;
  // Before it sets a collection, the engine asks for the one that is there, to give it its type.
  return method.result.is_variant() || method.result.type() == GDEXTENSION_VARIANT_TYPE_ARRAY ||
         method.result.type() == GDEXTENSION_VARIANT_TYPE_DICTIONARY;
}

void RegisteredClass::call_member(const Method &method, GDExtensionClassInstancePtr instance,
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

void RegisteredClass::on_call(void *userdata, GDExtensionClassInstancePtr instance,
                              const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                              GDExtensionVariantPtr result, GDExtensionCallError *error) {
  error->error = GDEXTENSION_CALL_OK;
  const auto &method = *static_cast<Method *>(userdata);
  auto *value = static_cast<Variant *>(result);
  call_member(method, instance, arguments, count, value);
  // Code that is compiled for the declared type takes the result for one, without a look.
  if (!method.result.is_variant()) value->convert_to(method.result.type());
}

void RegisteredClass::on_ptrcall(void *userdata, GDExtensionClassInstancePtr instance,
                                 const GDExtensionConstTypePtr *arguments,
                                 GDExtensionTypePtr result) {
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
