#include "bridge/registered_class.h"

#include <algorithm>

#include "bridge/class_members.h"
#include "bridge/fast_call.h"
#include "bridge/hooks.h"
#include "bridge/member_call.h"
#include "bridge/property_info.h"
#include "bridge/running_call.h"
#include "bridge/settle.h"
#include "bridge/strings.h"
#include "host/node_host.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;
using host::node_host;

std::vector<std::unique_ptr<RegisteredClass>> classes;

// A constructor that is being run for an object of the engine's. The wrapper it makes becomes that
// object's, and is kept here while the object may be freed under it.
struct Construction {
  ObjectBinding *binding;
  v8::Global<v8::Object> wrapper;
};

Construction *pending = nullptr;

// The class that was constructed last, which is mostly constructed next.
const RegisteredClass *latest = nullptr;

// On a constructor: the RegisteredClass of it.
v8::Local<v8::Private> class_key(v8::Isolate *isolate) {
  static v8::Eternal<v8::Private> eternal(
      isolate, v8::Private::ForApi(isolate, key(isolate, "godot_ts:class")));
  return eternal.Get(isolate);
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
  self->parent_class_ = parent->registered();
  self->depth_ = self->parent_class_ == nullptr ? 0 : self->parent_class_->depth_ + 1;
  self->type_ = EngineClass::derive(isolate, self->name_, parent, self);
  const auto constructor = read.value("constructor").As<v8::Function>();
  self->constructor_.Reset(isolate, constructor);
  constructor->SetPrivate(context, class_key(isolate), v8::External::New(isolate, self)).Check();

  const engine::String icon(read.text("icon"));
  GDExtensionClassCreationInfo5 creation{};
  // Scripts cannot extend what the engine calls abstract.
  self->is_abstract_ = read.flag("isAbstract");
  creation.is_virtual = self->is_abstract_;
  creation.is_exposed = !read.flag("isInternal");
  creation.is_runtime = read.flag("isRuntime");
  creation.icon_path = icon.length() > 0 ? icon.ptr() : nullptr;
  creation.create_instance_func = &on_create;
  creation.free_instance_func = &on_free;
  creation.get_virtual_call_data_func = &on_get_virtual;
  creation.call_virtual_with_data_func = &ClassVirtuals::on_call;
  creation.class_userdata = self;
  self->virtuals_.add(isolate, read);
  self->object_virtuals_.add(isolate, read, self->depth_, &creation);
  api.classdb_register_extension_class5(engine::library, self->name_.ptr(), self->parent_.ptr(),
                                        &creation);
  self->methods_.add(isolate, self->name_, read);
  add_class_members(isolate, self->name_, read, &self->methods_);
}

void RegisteredClass::unregister_all() {
  // Derived classes first.
  for (auto entry = classes.rbegin(); entry != classes.rend(); ++entry) {
    api.classdb_unregister_extension_class(engine::library, (*entry)->name_.ptr());
  }
  latest = nullptr;
  classes.clear();
}

void RegisteredClass::release_all() {
  for (const auto &self : classes) {
    self->constructor_.Reset();
    self->virtuals_.release();
    self->object_virtuals_.release();
    self->methods_.release();
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
  const RegisteredClass *self = of_target(isolate, new_target);
  if (self == nullptr) return false;
  if (self->is_abstract_ && pending == nullptr && self->constructor_ == new_target) {
    throw_type_error(isolate, "new " + self->type_->describe() +
                                  "(): the class is abstract, and made only by what extends it");
    return true;
  }
  // A constructor may make other objects before it calls super().
  if (pending != nullptr && pending->binding->type() == self->type_) {
    Construction *construction = std::exchange(pending, nullptr);
    construction->wrapper.Reset(isolate, wrapper);
    construction->binding->set_wrapper(isolate, wrapper, self->type_);
    return true;
  }
  self->construct_whole(isolate, wrapper);
  return true;
}

void RegisteredClass::construct_whole(v8::Isolate *isolate, v8::Local<v8::Object> wrapper) const {
  ObjectBinding *binding = make_engine_half();
  binding->set_wrapper(isolate, wrapper, type_);
  post_initialize(binding->object());
}

void RegisteredClass::make_bare_constructor(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const RegisteredClass *self = of_target(isolate, info[0]);
  if (self == nullptr) {
    throw_type_error(isolate, "bareConstructor: the class is not registered");
    return;
  }
  const auto function =
      self->type_->make_template(isolate, &construct_bare, const_cast<RegisteredClass *>(self))
          ->GetFunction(context)
          .ToLocalChecked();
  const v8::Local<v8::String> prototype = key(isolate, "prototype");
  function
      ->Set(context, prototype, info[0].As<v8::Object>()->Get(context, prototype).ToLocalChecked())
      .Check();
  info.GetReturnValue().Set(function);
}

void RegisteredClass::construct_bare(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const auto *self = static_cast<RegisteredClass *>(info.Data().As<v8::External>()->Value());
  if (!info.IsConstructCall()) return;
  EngineClass::mark_wrapper(info.This());
  self->construct_whole(info.GetIsolate(), info.This());
  settle_much_garbage();
}

// The class of a `new.target`, or the nearest that it extends; null when there is none.
//
// Hot: to look for it on the constructor costs 150 ns.
const RegisteredClass *RegisteredClass::of_target(v8::Isolate *isolate,
                                                  v8::Local<v8::Value> new_target) {
  if (latest != nullptr && latest->constructor_ == new_target) return latest;
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const v8::Local<v8::Private> mark = class_key(isolate);
  for (v8::Local<v8::Value> target = new_target; target->IsFunction();
       target = target.As<v8::Object>()->GetPrototypeV2()) {
    v8::Local<v8::Value> found;
    if (!target.As<v8::Object>()->GetPrivate(context, mark).ToLocal(&found)) return nullptr;
    if (!found->IsExternal()) continue;
    latest = static_cast<RegisteredClass *>(found.As<v8::External>()->Value());
    return latest;
  }
  return nullptr;
}

bool RegisteredClass::is_in_call(v8::Local<v8::Value> object) {
  return RunningCall::has_receiver(object);
}

bool RegisteredClass::build_script_half(v8::Isolate *isolate, ObjectBinding *binding) {
  construct(isolate, binding);
  if (!binding->has_wrapper()) return false;
  ClassMethods::apply_stored_values(isolate, binding);
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
  return static_cast<RegisteredClass *>(userdata)->virtuals_.find(name);
}

}  // namespace godot_ts::bridge
