// Tells ClassDB of a class written in C++: its members by their names, each
// with a function.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/values.h"

namespace foreign {

namespace engine = godot_ts::engine;

// Instances know their engine object, and nothing else that all have in common.
class Instance {
public:
  explicit Instance(GDExtensionObjectPtr object) : object_(object) {}
  virtual ~Instance() = default;
  // A virtual method of the engine's that the class implements, by Variants.
  virtual void call_virtual(const std::string &) {}

protected:
  GDExtensionObjectPtr object() const { return object_; }

private:
  GDExtensionObjectPtr object_;
};

using Arguments = std::vector<engine::Variant>;

// A type: any value at all.
constexpr auto kAny = GDEXTENSION_VARIANT_TYPE_VARIANT_MAX;
constexpr auto kNone = GDEXTENSION_VARIANT_TYPE_NIL;

struct Argument {
  std::string name;
  GDExtensionVariantType type;
  // Of an object.
  std::string class_name = "";
};

struct MethodSpec {
  std::string name;
  std::vector<Argument> arguments;
  Argument result;
  // The instance is null for a static method. A virtual method, which scripts
  // may implement, has no body.
  std::function<engine::Variant(Instance *, Arguments &)> body;
  uint32_t flags = GDEXTENSION_METHOD_FLAG_NORMAL;
  // Values of the last arguments.
  Arguments defaults = {};
};

struct ClassSpec {
  std::string name;
  std::string base;
  std::function<Instance *(GDExtensionObjectPtr)> construct;
  // Virtual methods of the engine's, as it spells them.
  std::vector<std::string> virtuals = {};
  std::vector<MethodSpec> methods = {};
  // Each has the methods get_NAME and set_NAME.
  std::vector<Argument> properties = {};
  std::vector<std::pair<std::string, std::vector<Argument>>> signals = {};
  struct Constant {
    // Empty for a constant of no enum.
    std::string enum_name;
    std::string name;
    int64_t value;
  };
  std::vector<Constant> constants = {};
};

// What class_registration.cpp needs beside the functions that the addon's own
// extension uses.
bool load_more_interface(GDExtensionInterfaceGetProcAddress get_proc_address);

void register_class(ClassSpec spec);
// In the reverse order.
void unregister_classes();

// A method of the engine's by its class, name and hash.
GDExtensionMethodBindPtr method_bind(const char *class_name, const char *method,
                                     int64_t hash);

// A new object of any class, complete.
GDExtensionObjectPtr construct(const engine::StringName &class_name);

// Values in and out of Variants.
template <typename T> T &data_of(engine::Variant &variant) {
  return *static_cast<T *>(variant.data());
}
engine::Variant from_int(int64_t value);
engine::Variant from_string(std::string_view value);

} // namespace foreign
