// A class of the engine as JavaScript sees it: a constructor whose instances wrap engine objects.
#pragma once

#include <string>

#include "bridge/object_binding.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

class RegisteredClass;

class EngineClass {
 public:
  struct Traits {
    // Place in the pre-order of the inheritance tree, and that of its last descendant.
    int first;
    int last;
    bool ref_counted;
    bool instantiable;
  };

  // Makes the class `name`, its constructor deriving from that of `parent`. Once a name.
  static EngineClass *define(v8::Isolate *isolate, const engine::StringName &name,
                             const EngineClass *parent, const Traits &traits);
  // The class `name` written in TypeScript, whose wrappers its own constructor makes.
  static EngineClass *derive(v8::Isolate *isolate, const engine::StringName &name,
                             const EngineClass *parent, const RegisteredClass *registered);
  // The class of that name; null when it isn't known yet.
  static EngineClass *of_name(const engine::StringName &name);
  // From now on objects of the class `name` are wrapped as `type`.
  static void alias(const engine::StringName &name, EngineClass *type);
  // The class of an object. May re-enter JavaScript, once a class.
  static EngineClass *of_object(GDExtensionObjectPtr object);
  // Objects of that one's class are wrapped as `type`, if the class is not known by itself.
  static void know_object(GDExtensionObjectPtr object, EngineClass *type);
  // The class whose constructor that is; null for another function.
  static EngineClass *of_constructor(v8::Local<v8::Value> constructor);
  // The hashes of Object.notification, which the engine leaves to whoever constructs, and
  // Object.get_class.
  static void set_object_methods(int64_t notification, int64_t get_class);
  static void release_all();

  // For functions whose instances are wrappers, which `callback` makes: see mark_wrapper.
  v8::Local<v8::FunctionTemplate> make_template(v8::Isolate *isolate, v8::FunctionCallback callback,
                                                void *data) const;
  // Makes a wrapper, which has no binding yet, of an object that such a function constructs.
  static void mark_wrapper(v8::Local<v8::Object> object);
  static bool is_wrapper(v8::Local<v8::Object> object);
  v8::Local<v8::Object> new_wrapper(v8::Isolate *isolate) const;

  v8::Local<v8::Function> constructor(v8::Isolate *isolate) const;
  v8::Local<v8::FunctionTemplate> function_template(v8::Isolate *isolate) const;
  bool is_a(int first, int last) const { return traits_.first >= first && traits_.first <= last; }
  bool ref_counted() const { return traits_.ref_counted; }
  const engine::StringName &name() const { return name_; }
  // Null for a class that is not written in TypeScript.
  const RegisteredClass *registered() const { return registered_; }
  std::string describe() const { return engine::String(name_).utf8(); }

 private:
  // The class of that object in the engine's eyes; of a class written in TypeScript only where it
  // is more than a placeholder in the editor.
  static engine::StringName name_of(GDExtensionObjectPtr object);
  static EngineClass *of_unknown(GDExtensionObjectPtr object);
  EngineClass(engine::StringName name, const Traits &traits);
  static void construct(const v8::FunctionCallbackInfo<v8::Value> &info);

  engine::StringName name_;
  Traits traits_;
  v8::Global<v8::FunctionTemplate> template_;
  v8::Global<v8::Function> constructor_;
  const RegisteredClass *registered_ = nullptr;
};

// The one wrapper of an object, made when there is none; null for null. May re-enter JavaScript.
v8::Local<v8::Value> wrap(v8::Isolate *isolate, GDExtensionObjectPtr object);

// Tells a new object that its construction is complete.
void post_initialize(GDExtensionObjectPtr object);

}  // namespace godot_ts::bridge
