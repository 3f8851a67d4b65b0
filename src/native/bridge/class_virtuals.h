// The virtual methods of the engine that a class written in TypeScript implements.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "bridge/property_info.h"
#include "bridge/type_code.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

class ClassVirtuals {
 public:
  // From `description.virtuals`: see ClassDescription in src/godot/native.ts.
  void add(v8::Isolate *isolate, const Reader &description);
  // What the engine hands to `on_call`, null for a method that the class doesn't implement. Any
  // thread.
  void *find(GDExtensionConstStringNamePtr name) const;
  // Lets go of JavaScript.
  void release();

  // May re-enter JavaScript.
  static void on_call(GDExtensionClassInstancePtr instance, GDExtensionConstStringNamePtr name,
                      void *userdata, const GDExtensionConstTypePtr *arguments,
                      GDExtensionTypePtr result);

 private:
  // `invoke(self, ...arguments)` calls the member: code of its own, which finds the member faster
  // than V8's API does.
  struct Virtual {
    v8::Global<v8::Function> invoke;
    std::string label;
    std::vector<TypeCode> arguments;
    TypeCode result;
  };

  // By StringName::id; the names live in `names_`.
  std::unordered_map<uint64_t, std::unique_ptr<Virtual>> by_name_;
  std::vector<engine::StringName> names_;
};

}  // namespace godot_ts::bridge
