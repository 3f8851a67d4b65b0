#include "bridge/call_by_name.h"

#include "bridge/arguments.h"
#include "bridge/call_error.h"
#include "bridge/convert.h"
#include "bridge/object_binding.h"
#include "bridge/settle.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;
using engine::Variant;

// The arguments of the method come after the object, its class and the method's name.
constexpr int kFirstArgument = 3;

std::string complaint(const v8::FunctionCallbackInfo<v8::Value> &info,
                      const GDExtensionCallError &error) {
  const std::string got = ", got " + std::to_string(info.Length() - kFirstArgument);
  switch (error.error) {
    case GDEXTENSION_CALL_ERROR_INVALID_METHOD:
      return ": the object has no such method";
    case GDEXTENSION_CALL_ERROR_INVALID_ARGUMENT:
      return ": argument " + std::to_string(error.argument + 1) + " must be " +
             engine::type_name(static_cast<GDExtensionVariantType>(error.expected)) + ", not " +
             describe(info.GetIsolate(), info[kFirstArgument + error.argument]);
    case GDEXTENSION_CALL_ERROR_TOO_MANY_ARGUMENTS:
      return " takes at most " + std::to_string(error.expected) + " arguments" + got;
    case GDEXTENSION_CALL_ERROR_TOO_FEW_ARGUMENTS:
      return " takes at least " + std::to_string(error.expected) + " arguments" + got;
    default:
      return ": the engine refused the call";
  }
}

// What the method is called on. Throws and returns false where that is not there.
bool receiver_of(const v8::FunctionCallbackInfo<v8::Value> &info, const std::string &label,
                 Variant *receiver) {
  if (info[0]->IsNull()) {
    *receiver = Variant::from_object(api.global_get_singleton(StringName("ClassDB").ptr()));
    return true;
  }
  v8::Isolate *isolate = info.GetIsolate();
  const ObjectBinding *binding = ObjectBinding::from_wrapper(info[0]);
  if (binding == nullptr) {
    throw_type_error(isolate, label + " is a method of the engine's objects, not of " +
                                  describe(isolate, info[0]));
    return false;
  }
  if (binding->object() == nullptr) {
    throw_freed(isolate, *binding, info[1], info[2]);
    return false;
  }
  *receiver = Variant::from_object(binding->object());
  return true;
}

}  // namespace

void call_by_name(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const std::string type = to_utf8(isolate, info[1]);
  const std::string method = to_utf8(isolate, info[2]);
  const bool is_static = info[0]->IsNull();
  Variant self;
  if (!receiver_of(info, type + "." + method, &self)) return;
  // The engine's function for static methods takes the class and the method before the arguments.
  VariantArguments arguments;
  if (!arguments.take(info, is_static ? kFirstArgument - 2 : kFirstArgument)) return;
  const StringName called(is_static ? "class_call_static" : method);
  GDExtensionCallError error{};
  const Variant result = Variant::made_by([&](void *made) {
    api.variant_call(self.ptr(), called.ptr(), arguments.data(), arguments.size(), made, &error);
  });
  if (error.error != GDEXTENSION_CALL_OK) {
    throw_type_error(isolate, type + "." + method + complaint(info, error));
    return;
  }
  info.GetReturnValue().Set(from_variant(isolate, result));
  settle_much_garbage();
}

void call_script_method(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const ObjectBinding *binding = ObjectBinding::from_wrapper(info[0]);
  if (binding == nullptr || binding->object() == nullptr) {
    Variant unused;
    receiver_of(info, to_utf8(isolate, info[1]) + "." + to_utf8(isolate, info[2]), &unused);
    return;
  }
  const StringName name = to_string_name(isolate, info[2].As<v8::String>());
  if (api.object_has_script_method(binding->object(), name.ptr()) == 0) return;
  VariantArguments arguments;
  if (!arguments.take(info, kFirstArgument)) return;
  GDExtensionCallError error{};
  const Variant result = Variant::made_by([&](void *made) {
    api.object_call_script_method(binding->object(), name.ptr(), arguments.data(), arguments.size(),
                                  made, &error);
  });
  // In the editor a script that is no tool has the method, and does not run it.
  if (error.error == GDEXTENSION_CALL_ERROR_INVALID_METHOD) return;
  if (error.error != GDEXTENSION_CALL_OK) {
    throw_type_error(isolate, to_utf8(isolate, info[1]) + "." + to_utf8(isolate, info[2]) +
                                  " as the script has it" + complaint(info, error));
    return;
  }
  info.GetReturnValue().Set(from_variant(isolate, result));
  settle_much_garbage();
}

}  // namespace godot_ts::bridge
