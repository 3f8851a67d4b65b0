// A class written in TypeScript, as ClassDB sees it.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "bridge/engine_class.h"
#include "bridge/type_code.h"
#include "v8.h"

namespace godot_ts::bridge {

class RegisteredClass {
 public:
  // native.registerClass(description): see ClassDescription in src/godot/native.ts.
  static void register_class(const v8::FunctionCallbackInfo<v8::Value> &info);
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

 private:
  // `invoke(self, ...arguments)` calls the member: code of its own, which finds the member faster
  // than V8's API does.
  struct Virtual {
    v8::Global<v8::Function> invoke;
    std::string label;
    std::vector<TypeCode> arguments;
    TypeCode result;
  };
  enum class Accessor { kNone, kGetter, kSetter };
  struct Method {
    RegisteredClass *owner;
    engine::StringName name;
    v8::Global<v8::Function> invoke;
    std::string label;
    std::vector<TypeCode> arguments;
    TypeCode result;
    bool is_static;
    // Of an accessor: the name of its property, by StringName::id.
    uint64_t property = 0;
    Accessor accessor = Accessor::kNone;
  };

  void add_virtuals(v8::Isolate *isolate, v8::Local<v8::Object> description);
  void add_methods(v8::Isolate *isolate, v8::Local<v8::Object> description);
  void add_signals(v8::Isolate *isolate, v8::Local<v8::Object> description);
  void add_properties(v8::Isolate *isolate, v8::Local<v8::Object> description);

  ObjectBinding *make_engine_half() const;
  void mark_accessor(const engine::StringName &name, Accessor accessor,
                     const engine::StringName &property);
  static bool construct(v8::Isolate *isolate, ObjectBinding *binding);
  static void set_stored_values(v8::Isolate *isolate, ObjectBinding *binding);
  static bool store_or_recall(const Method &method, GDExtensionClassInstancePtr instance,
                              const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                              engine::Variant *result);
  static void call_member(const Method &method, GDExtensionClassInstancePtr instance,
                          const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                          engine::Variant *result);
  static v8::Local<v8::Value> receiver_of(v8::Isolate *isolate, const Method &method,
                                          GDExtensionClassInstancePtr instance);

  static GDExtensionObjectPtr on_create(void *userdata, GDExtensionBool notify);
  static void on_free(void *userdata, GDExtensionClassInstancePtr instance);
  static void *on_get_virtual(void *userdata, GDExtensionConstStringNamePtr name, uint32_t hash);
  static void on_call_virtual(GDExtensionClassInstancePtr instance,
                              GDExtensionConstStringNamePtr name, void *userdata,
                              const GDExtensionConstTypePtr *arguments, GDExtensionTypePtr result);
  static void on_call(void *userdata, GDExtensionClassInstancePtr instance,
                      const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                      GDExtensionVariantPtr result, GDExtensionCallError *error);
  static void on_ptrcall(void *userdata, GDExtensionClassInstancePtr instance,
                         const GDExtensionConstTypePtr *arguments, GDExtensionTypePtr result);

  engine::StringName name_;
  engine::StringName parent_;
  // What the engine half is made of: constructing a registered parent would run its own on_create.
  engine::StringName engine_base_;
  EngineClass *type_ = nullptr;
  v8::Global<v8::Function> constructor_;
  // By StringName::id; the names live in `virtual_names_`.
  std::unordered_map<uint64_t, std::unique_ptr<Virtual>> virtuals_;
  std::vector<engine::StringName> virtual_names_;
  std::vector<std::unique_ptr<Method>> methods_;
};

}  // namespace godot_ts::bridge
