// The methods of a class written in TypeScript that the engine and its scripts can call.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bridge/object_binding.h"
#include "bridge/property_info.h"
#include "bridge/type_code.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

class ClassMethods {
 public:
  // Tells ClassDB of `description.methods`: see ClassDescription in src/godot/native.ts.
  void add(v8::Isolate *isolate, const engine::StringName &owner, const Reader &description);
  // Tells which methods are the accessors of a property: see StoredValues. Without a name, of
  // several.
  void mark_accessors(const engine::StringName &setter, const engine::StringName &getter,
                      const engine::StringName &property);
  // Lets go of JavaScript.
  void release();
  // Sets what other threads have set of an object before it had its JavaScript half, which may
  // re-enter JavaScript. Main thread.
  static void apply_stored_values(v8::Isolate *isolate, ObjectBinding *binding);

 private:
  enum class Accessor { kNone, kGetter, kSetter };
  // `invoke(self, ...arguments)` calls the member.
  struct Method {
    engine::StringName name;
    v8::Global<v8::Function> invoke;
    std::string label;
    std::vector<TypeCode> arguments;
    TypeCode result;
    // The class itself, which is the receiver of a static method; empty for others.
    v8::Global<v8::Function> constructor;
    // Of an accessor: its property, where it is that of one alone.
    engine::StringName property;
    Accessor accessor = Accessor::kNone;
  };

  void add_method(v8::Isolate *isolate, const engine::StringName &owner,
                  v8::Local<v8::Function> constructor, const Reader &read);
  static bool store_or_recall(const Method &method, GDExtensionClassInstancePtr instance,
                              const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                              engine::Variant *result);
  static void call(const Method &method, GDExtensionClassInstancePtr instance,
                   const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                   engine::Variant *result);
  static v8::Local<v8::Value> receiver_of(v8::Isolate *isolate, const Method &method,
                                          GDExtensionClassInstancePtr instance);
  // Both may re-enter JavaScript.
  static void on_call(void *userdata, GDExtensionClassInstancePtr instance,
                      const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
                      GDExtensionVariantPtr result, GDExtensionCallError *error);
  static void on_ptrcall(void *userdata, GDExtensionClassInstancePtr instance,
                         const GDExtensionConstTypePtr *arguments, GDExtensionTypePtr result);

  std::vector<std::unique_ptr<Method>> methods_;
};

}  // namespace godot_ts::bridge
