// A class written in TypeScript, as ClassDB sees it.
#pragma once

#include "bridge/class_methods.h"
#include "bridge/class_virtuals.h"
#include "bridge/engine_class.h"
#include "bridge/object_virtuals.h"
#include "v8.h"

namespace godot_ts::bridge {

class RegisteredClass {
 public:
  // native.registerClass(description): see ClassDescription in src/godot/native.ts.
  static void register_class(const v8::FunctionCallbackInfo<v8::Value> &info);
  // native.bareConstructor(class): see src/godot/native.ts.
  static void make_bare_constructor(const v8::FunctionCallbackInfo<v8::Value> &info);
  // At exit, and when a runtime is terminated for good.
  static void unregister_all();
  // At exit: lets go of JavaScript.
  static void release_all();

  // The engine half for a wrapper under construction whose `new.target` is, or derives from, a
  // registered class. False when there is none; the wrapper is then of a plain engine class.
  static bool construct_half(v8::Isolate *isolate, v8::Local<v8::Object> wrapper,
                             v8::Local<v8::Value> new_target);
  // Whether the engine is calling a method of that object now, which must not be freed under it.
  static bool is_in_call(v8::Local<v8::Value> object);
  // Runs the constructor for an object that so far has only its engine half, and then sets what
  // other threads have set meanwhile. False when the constructor threw before there was a wrapper.
  static bool build_script_half(v8::Isolate *isolate, ObjectBinding *binding);

  const RegisteredClass *parent() const { return parent_class_; }
  size_t depth() const { return depth_; }
  const ObjectVirtuals &object_virtuals() const { return object_virtuals_; }

 private:
  static const RegisteredClass *of_target(v8::Isolate *isolate, v8::Local<v8::Value> new_target);
  static void construct_bare(const v8::FunctionCallbackInfo<v8::Value> &info);
  void construct_whole(v8::Isolate *isolate, v8::Local<v8::Object> wrapper) const;
  ObjectBinding *make_engine_half() const;
  static bool construct(v8::Isolate *isolate, ObjectBinding *binding);

  static GDExtensionObjectPtr on_create(void *userdata, GDExtensionBool notify);
  static void on_free(void *userdata, GDExtensionClassInstancePtr instance);
  static void *on_get_virtual(void *userdata, GDExtensionConstStringNamePtr name, uint32_t hash);

  engine::StringName name_;
  engine::StringName parent_;
  // What the engine half is made of: constructing a registered parent would run its own on_create.
  engine::StringName engine_base_;
  EngineClass *type_ = nullptr;
  bool is_abstract_ = false;
  v8::Global<v8::Function> constructor_;
  // What it extends, where that is written in TypeScript too, and how many such there are.
  const RegisteredClass *parent_class_ = nullptr;
  size_t depth_ = 0;
  ClassVirtuals virtuals_;
  ObjectVirtuals object_virtuals_;
  ClassMethods methods_;
};

}  // namespace godot_ts::bridge
