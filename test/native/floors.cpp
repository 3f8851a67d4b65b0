#include "floors.h"

#include <chrono>

#include "class_registration.h"

namespace foreign {
namespace {

using engine::api;
using engine::String;
using engine::StringName;
using engine::Variant;

struct Vector2 {
  float x;
  float y;
};

// Where the engine did not make the calls that it was to make.
constexpr int64_t kWrong = -1;

template <typename Operation> int64_t time(int64_t count, Operation operation) {
  const auto start = std::chrono::steady_clock::now();
  for (int64_t i = 0; i < count; i++)
    operation();
  const auto end = std::chrono::steady_clock::now();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(end - start)
      .count();
}

// A const method without arguments.
int64_t engine_method(int64_t count, GDExtensionObjectPtr) {
  const auto bind = method_bind("Engine", "get_process_frames", 3905245786);
  const GDExtensionObjectPtr singleton =
      api.global_get_singleton(StringName("Engine").ptr());
  int64_t frames = 0;
  return time(count, [&] {
    api.object_method_bind_ptrcall(bind, singleton, nullptr, &frames);
  });
}

int64_t float_argument(int64_t count, GDExtensionObjectPtr node) {
  const auto bind = method_bind("Node2D", "rotate", 373806689);
  const double radians = 0.001;
  const GDExtensionConstTypePtr arguments[] = {&radians};
  return time(count, [&] {
    api.object_method_bind_ptrcall(bind, node, arguments, nullptr);
  });
}

int64_t get_position(int64_t count, GDExtensionObjectPtr node) {
  const auto bind = method_bind("Node2D", "get_position", 3341600327);
  Vector2 position{};
  return time(count, [&] {
    api.object_method_bind_ptrcall(bind, node, nullptr, &position);
  });
}

int64_t set_position(int64_t count, GDExtensionObjectPtr node) {
  const auto bind = method_bind("Node2D", "set_position", 743155724);
  const Vector2 position{1, 2};
  const GDExtensionConstTypePtr arguments[] = {&position};
  return time(count, [&] {
    api.object_method_bind_ptrcall(bind, node, arguments, nullptr);
  });
}

// Gets the position, adds to it, and sets it.
int64_t move_sprite(int64_t count, GDExtensionObjectPtr node) {
  const auto get = method_bind("Node2D", "get_position", 3341600327);
  const auto set = method_bind("Node2D", "set_position", 743155724);
  Vector2 position{};
  const GDExtensionConstTypePtr arguments[] = {&position};
  return time(count, [&] {
    api.object_method_bind_ptrcall(get, node, nullptr, &position);
    position.x += 0.001f;
    position.y += 0.001f;
    api.object_method_bind_ptrcall(set, node, arguments, nullptr);
  });
}

// Sets a String and gets it.
int64_t string_property(int64_t count, GDExtensionObjectPtr node) {
  const auto set = method_bind("Node", "set_editor_description", 83702148);
  const auto get = method_bind("Node", "get_editor_description", 201670096);
  const String text("a sentence of a length that people write");
  const GDExtensionConstTypePtr arguments[] = {text.ptr()};
  return time(count, [&] {
    api.object_method_bind_ptrcall(set, node, arguments, nullptr);
    String read;
    api.object_method_bind_ptrcall(get, node, nullptr, read.ptr());
  });
}

int64_t create_node(int64_t count, GDExtensionObjectPtr) {
  const StringName name("Node");
  return time(count, [&] { api.object_destroy(construct(name)); });
}

// Makes a RefCounted, takes the first reference and gives it up.
int64_t create_ref_counted(int64_t count, GDExtensionObjectPtr) {
  const StringName name("RefCounted");
  return time(count, [&] {
    GDExtensionObjectPtr reference = nullptr;
    api.ref_set_object(&reference, construct(name));
    api.ref_set_object(&reference, nullptr);
  });
}

// Emits a signal that one Callable in C++ is connected to.
int64_t emit(int64_t count, GDExtensionObjectPtr node) {
  const auto connect = method_bind("Object", "connect", 1518946055);
  const auto disconnect = method_bind("Object", "disconnect", 1874754934);
  const auto emit_signal = method_bind("Object", "emit_signal", 4047867050);
  static char token;
  int64_t heard = 0;
  GDExtensionCallableCustomInfo2 info{};
  info.callable_userdata = &heard;
  info.token = &token;
  info.call_func = [](void *userdata, const GDExtensionConstVariantPtr *,
                      GDExtensionInt, GDExtensionVariantPtr,
                      GDExtensionCallError *error) {
    ++*static_cast<int64_t *>(userdata);
    error->error = GDEXTENSION_CALL_OK;
  };
  engine::AnyValue callable(GDEXTENSION_VARIANT_TYPE_CALLABLE);
  api.callable_custom_create2(callable.ptr(), &info);
  const StringName renamed("renamed");
  const int64_t flags = 0;
  const GDExtensionConstTypePtr connection[] = {renamed.ptr(), callable.ptr(),
                                                &flags};
  int64_t failure = 0;
  api.object_method_bind_ptrcall(connect, node, connection, &failure);
  const Variant name =
      Variant::from_typed(GDEXTENSION_VARIANT_TYPE_STRING_NAME, renamed.ptr());
  const GDExtensionConstVariantPtr arguments[] = {name.ptr()};
  const int64_t nanoseconds = time(count, [&] {
    GDExtensionCallError error{};
    const Variant unused = Variant::made_by([&](void *result) {
      api.object_method_bind_call(emit_signal, node, arguments, 1, result,
                                  &error);
    });
  });
  api.object_method_bind_ptrcall(disconnect, node, connection, nullptr);
  return failure == 0 && heard == count ? nanoseconds : kWrong;
}

// Its `_process` is in C++, and does next to nothing.
class FloorsNode : public Instance {
public:
  using Instance::Instance;
  void call_virtual(const std::string &) override { processed++; }
  static inline int64_t processed = 0;
};

// The engine's call of `_process`, as it makes it each frame.
int64_t process_virtual(int64_t count, GDExtensionObjectPtr) {
  const auto notification = method_bind("Object", "notification", 4023243586);
  const GDExtensionObjectPtr node = construct(StringName("FloorsNode"));
  const int64_t what = 17; // Node.NOTIFICATION_PROCESS
  const GDExtensionBool reversed = false;
  const GDExtensionConstTypePtr arguments[] = {&what, &reversed};
  FloorsNode::processed = 0;
  const int64_t nanoseconds = time(count, [&] {
    api.object_method_bind_ptrcall(notification, node, arguments, nullptr);
  });
  api.object_destroy(node);
  return FloorsNode::processed == count ? nanoseconds : kWrong;
}

MethodSpec floor(const char *name,
                 int64_t (*measure)(int64_t, GDExtensionObjectPtr)) {
  return {name,
          {{"count", GDEXTENSION_VARIANT_TYPE_INT},
           {"node", GDEXTENSION_VARIANT_TYPE_OBJECT, "Node2D"}},
          {"", GDEXTENSION_VARIANT_TYPE_INT},
          [measure](Instance *, Arguments &arguments) {
            return from_int(
                measure(data_of<int64_t>(arguments[0]),
                        data_of<GDExtensionObjectPtr>(arguments[1])));
          }};
}

} // namespace

void register_floors() {
  ClassSpec node{"FloorsNode", "Node", [](GDExtensionObjectPtr object) {
                   return new FloorsNode(object);
                 }};
  node.virtuals = {"_process"};
  register_class(std::move(node));

  ClassSpec floors{"Floors", "RefCounted", [](GDExtensionObjectPtr object) {
                     return new Instance(object);
                   }};
  floors.methods = {
      floor("engine_method", engine_method),
      floor("float_argument", float_argument),
      floor("get_position", get_position),
      floor("set_position", set_position),
      floor("move_sprite", move_sprite),
      floor("string_property", string_property),
      floor("create_node", create_node),
      floor("create_ref_counted", create_ref_counted),
      floor("emit", emit),
      floor("process_virtual", process_virtual),
  };
  register_class(std::move(floors));
}

} // namespace foreign
