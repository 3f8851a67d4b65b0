#include "bridge/engine_class.h"

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bridge/hooks.h"
#include "bridge/registered_class.h"
#include "bridge/settle.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;

// Internal fields of a wrapper: its binding, and the mark that it is one.
constexpr int kFields = 2;
alignas(8) char wrapper_mark;

std::vector<std::unique_ptr<EngineClass>> classes;
// Keyed by StringName::id; the names stay alive below.
std::unordered_map<uint64_t, EngineClass *> by_name;
std::vector<StringName> aliases;
// What Object.get_class returns: the engine shares it among all objects of a class.
struct KnownText {
  engine::String text;
  EngineClass *type;
};
// Keyed by String::id.
std::unordered_map<uint64_t, KnownText> by_text;
GDExtensionMethodBindPtr notification_bind = nullptr;
GDExtensionMethodBindPtr get_class_bind = nullptr;

engine::String class_text_of(GDExtensionObjectPtr object) {
  engine::String text;
  api.object_method_bind_ptrcall(get_class_bind, object, nullptr, text.ptr());
  return text;
}

}  // namespace

EngineClass::EngineClass(StringName name, const Traits &traits)
    : name_(std::move(name)), traits_(traits) {}

EngineClass *EngineClass::define(v8::Isolate *isolate, const StringName &name,
                                 const EngineClass *parent, const Traits &traits) {
  EngineClass *type =
      classes.emplace_back(std::unique_ptr<EngineClass>(new EngineClass(name, traits))).get();
  const auto function =
      v8::FunctionTemplate::New(isolate, &construct, v8::External::New(isolate, type));
  function->SetClassName(to_js(isolate, name));
  function->InstanceTemplate()->SetInternalFieldCount(kFields);
  if (parent != nullptr) function->Inherit(parent->function_template(isolate));
  type->template_.Reset(isolate, function);
  type->constructor_.Reset(isolate,
                           function->GetFunction(isolate->GetCurrentContext()).ToLocalChecked());
  by_name[name.id()] = type;
  return type;
}

EngineClass *EngineClass::derive(v8::Isolate *isolate, const StringName &name,
                                 const EngineClass *parent, const RegisteredClass *registered) {
  EngineClass *type =
      classes.emplace_back(std::unique_ptr<EngineClass>(new EngineClass(name, parent->traits_)))
          .get();
  type->registered_ = registered;
  type->template_.Reset(isolate, parent->template_);
  type->constructor_.Reset(isolate, parent->constructor_);
  by_name[name.id()] = type;
  return type;
}

EngineClass *EngineClass::of_name(const StringName &name) {
  const auto known = by_name.find(name.id());
  return known == by_name.end() ? nullptr : known->second;
}

void EngineClass::alias(const StringName &name, EngineClass *type) {
  by_name[name.id()] = type;
  aliases.push_back(name);
}

// The engine's interface names the class that an extension may know: for an object of another
// extension's class, or of an internal one, a base. The object itself says what it is, but for a
// placeholder what it stands for.
StringName EngineClass::name_of(GDExtensionObjectPtr object) {
  StringName own_name(class_text_of(object));
  const EngineClass *known = of_name(own_name);
  if (known == nullptr || known->registered_ == nullptr) return own_name;
  StringName name;
  api.object_get_class_name(object, engine::library, name.ptr());
  return name;
}

void EngineClass::know_object(GDExtensionObjectPtr object, EngineClass *type) {
  const StringName name = name_of(object);
  if (type != nullptr && of_name(name) == nullptr) alias(name, type);
}

// Hot: by the text it costs 25 ns, by the name 60.
EngineClass *EngineClass::of_object(GDExtensionObjectPtr object) {
  const engine::String text = class_text_of(object);
  const auto known = by_text.find(text.id());
  if (known != by_text.end()) return known->second.type;
  EngineClass *type = of_unknown(object);
  const bool is_shared = class_text_of(object).id() == text.id();
  if (is_shared && type->registered_ == nullptr) by_text.emplace(text.id(), KnownText{text, type});
  return type;
}

EngineClass *EngineClass::of_unknown(GDExtensionObjectPtr object) {
  const StringName name = name_of(object);
  if (EngineClass *known = of_name(name)) return known;
  v8::Isolate *isolate = v8::Isolate::GetCurrent();
  const bool ref_counted =
      api.object_cast_to(object, api.classdb_get_class_tag(StringName("RefCounted").ptr())) !=
      nullptr;
  call_hook(Hooks::defineClass, {to_js(isolate, name), v8::Boolean::New(isolate, ref_counted)});
  // The hook defines every name it is asked for; the root of all stands in for a failure.
  EngineClass *defined = of_name(name);
  return defined != nullptr ? defined : classes.front().get();
}

EngineClass *EngineClass::of_constructor(v8::Local<v8::Value> constructor) {
  for (const auto &type : classes) {
    if (type->constructor_ == constructor) return type.get();
  }
  return nullptr;
}

void EngineClass::set_object_methods(int64_t notification, int64_t get_class) {
  const StringName object("Object");
  notification_bind =
      api.classdb_get_method_bind(object.ptr(), StringName("notification").ptr(), notification);
  get_class_bind =
      api.classdb_get_method_bind(object.ptr(), StringName("get_class").ptr(), get_class);
}

void EngineClass::release_all() {
  by_text.clear();
  by_name.clear();
  aliases.clear();
  classes.clear();
}

bool EngineClass::is_wrapper(v8::Local<v8::Object> object) {
  return object->InternalFieldCount() == kFields &&
         object->GetAlignedPointerFromInternalField(1) == &wrapper_mark;
}

v8::Local<v8::FunctionTemplate> EngineClass::make_template(v8::Isolate *isolate,
                                                           v8::FunctionCallback callback,
                                                           void *data) const {
  const auto function =
      v8::FunctionTemplate::New(isolate, callback, v8::External::New(isolate, data));
  function->InstanceTemplate()->SetInternalFieldCount(kFields);
  function->Inherit(function_template(isolate));
  return function;
}

void EngineClass::mark_wrapper(v8::Local<v8::Object> object) {
  object->SetAlignedPointerInInternalField(0, nullptr);
  object->SetAlignedPointerInInternalField(1, &wrapper_mark);
}

v8::Local<v8::Object> EngineClass::new_wrapper(v8::Isolate *isolate) const {
  const auto wrapper = function_template(isolate)
                           ->InstanceTemplate()
                           ->NewInstance(isolate->GetCurrentContext())
                           .ToLocalChecked();
  wrapper->SetAlignedPointerInInternalField(1, &wrapper_mark);
  return wrapper;
}

v8::Local<v8::Function> EngineClass::constructor(v8::Isolate *isolate) const {
  return constructor_.Get(isolate);
}

v8::Local<v8::FunctionTemplate> EngineClass::function_template(v8::Isolate *isolate) const {
  return template_.Get(isolate);
}

// `new Timer()`, or `super()` in a class that extends it.
void EngineClass::construct(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  auto *type = static_cast<EngineClass *>(info.Data().As<v8::External>()->Value());
  if (!info.IsConstructCall()) {
    throw_type_error(isolate,
                     "Class constructor " + type->describe() + " cannot be called without \"new\"");
    return;
  }
  const v8::Local<v8::Object> wrapper = info.This();
  mark_wrapper(wrapper);
  const bool is_derived = type->constructor_ != info.NewTarget();
  if (is_derived && RegisteredClass::construct_half(isolate, wrapper, info.NewTarget())) {
    settle_much_garbage();
    return;
  }
  if (!type->traits_.instantiable) {
    throw_type_error(isolate,
                     type->describe() + " cannot be constructed: the engine makes its instances");
    return;
  }
  const GDExtensionObjectPtr object = api.classdb_construct_object2(type->name_.ptr());
  if (object == nullptr) {
    throw_type_error(isolate, "the engine could not construct a " + type->describe());
    return;
  }
  ObjectBinding::of(object)->set_wrapper(isolate, wrapper, type);
  post_initialize(object);
  settle_much_garbage();
}

v8::Local<v8::Value> wrap(v8::Isolate *isolate, GDExtensionObjectPtr object) {
  if (object == nullptr) return v8::Null(isolate);
  ObjectBinding *binding = ObjectBinding::of(object);
  if (binding->has_wrapper()) return binding->hand_out(isolate);
  if (binding->scripted() && RegisteredClass::build_script_half(isolate, binding)) {
    return binding->hand_out(isolate);
  }
  const EngineClass *type = EngineClass::of_object(object);
  const v8::Local<v8::Object> wrapper = type->new_wrapper(isolate);
  binding->set_wrapper(isolate, wrapper, type);
  return wrapper;
}

void post_initialize(GDExtensionObjectPtr object) {
  const int64_t what = 0;  // NOTIFICATION_POSTINITIALIZE
  const GDExtensionBool reversed = false;
  const GDExtensionConstTypePtr args[] = {&what, &reversed};
  api.object_method_bind_ptrcall(notification_bind, object, args, nullptr);
}

}  // namespace godot_ts::bridge
