#include "bridge/method.h"

#include <array>
#include <memory>
#include <vector>

#include "bridge/arguments.h"
#include "bridge/call_error.h"
#include "bridge/direct_call.h"
#include "bridge/shared_buffer.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;
using engine::Variant;

enum Flags { kStatic = 1, kVararg = 2, kConst = 4, kDirectNumber = 16, kDirectOther = 32 };

// The receiver's engine object. Throws a FreedObjectError and returns false when it is gone.
bool receiver_of(const v8::FunctionCallbackInfo<v8::Value> &info, const Method &method,
                 GDExtensionObjectPtr *object) {
  *object = nullptr;
  if (method.is_static) return true;
  // The signature of the template has checked that This() is a wrapper of the right class.
  const auto *binding =
      static_cast<ObjectBinding *>(info.This()->GetAlignedPointerFromInternalField(0));
  *object = method.object_of(binding);
  if (*object != nullptr) return true;
  throw_freed(info.GetIsolate(), binding, method);
  return false;
}

// By Variants: varargs, and calls that leave the engine to fill in defaults.
void call_variants(const v8::FunctionCallbackInfo<v8::Value> &info, const Method &method,
                   GDExtensionObjectPtr object) {
  // Typed arguments are checked here, with our message.
  v8::Isolate *isolate = info.GetIsolate();
  const size_t declared = std::min(static_cast<size_t>(info.Length()), method.arguments.size());
  for (size_t i = 0; i < declared; i++) {
    TypedArgument argument;
    if (!argument.set(isolate, info[static_cast<int>(i)], method.arguments[i])) {
      throw_argument_error(info, method, i);
      return;
    }
  }
  VariantArguments arguments;
  if (!arguments.take(info, 0, &method)) return;
  GDExtensionCallError error{};
  const Variant result = Variant::made_by([&](void *made) {
    api.object_method_bind_call(method.bind, object, arguments.data(), arguments.size(), made,
                                &error);
  });
  if (error.error != GDEXTENSION_CALL_OK) {
    throw_refused(isolate, method, error, arguments);
    return;
  }
  if (method.result.is_void()) return;
  info.GetReturnValue().Set(from_variant(isolate, result));
  settle_much_garbage();
}

// By typed pointers, the fast way. One instance of the template for each number of arguments up to
// four; beyond that a vector.
template <size_t Count>
void call_method(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const Method &method = *signature_of<Method>(info);
  GDExtensionObjectPtr object = nullptr;
  if (!receiver_of(info, method, &object)) return;
  if (static_cast<size_t>(info.Length()) != Count) {
    if (check_count(info, method)) call_variants(info, method, object);
    return;
  }
  std::array<TypedArgument, Count> arguments;
  std::array<GDExtensionConstTypePtr, Count> pointers;
  for (size_t i = 0; i < Count; i++) {
    if (!arguments[i].set(info.GetIsolate(), info[static_cast<int>(i)], method.arguments[i])) {
      throw_argument_error(info, method, i);
      return;
    }
    pointers[i] = arguments[i].ptr();
  }
  call_typed(info, method, [&](void *result) {
    api.object_method_bind_ptrcall(method.bind, object, pointers.data(), result);
  });
}

void call_long_method(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const Method &method = *signature_of<Method>(info);
  GDExtensionObjectPtr object = nullptr;
  if (!receiver_of(info, method, &object)) return;
  if (check_count(info, method)) call_variants(info, method, object);
}

v8::FunctionCallback ordinary_callback(const Method &method) {
  if (method.is_vararg) return &call_long_method;
  switch (method.arguments.size()) {
    case 0:
      return &call_method<0>;
    case 1:
      return &call_method<1>;
    case 2:
      return &call_method<2>;
    case 3:
      return &call_method<3>;
    case 4:
      return &call_method<4>;
    default:
      return &call_long_method;
  }
}

}  // namespace

void make_method(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  auto method = std::make_unique<Method>();
  method->owner = to_utf8(isolate, info[0]);
  method->name = to_utf8(isolate, info[1]);
  method->bind = api.classdb_get_method_bind(StringName(method->owner).ptr(),
                                             StringName(method->name).ptr(), hash_of(info[2]));
  if (info[8]->IsString()) method->property = to_utf8(isolate, info[8]);
  const int flags = info[3]->Int32Value(context).FromMaybe(0);
  method->is_static = (flags & kStatic) != 0;
  method->is_vararg = (flags & kVararg) != 0;
  method->is_const = (flags & kConst) != 0;
  method->result = TypeCode(info[4]->Int32Value(context).FromMaybe(0));
  method->arguments = TypeCode::list(isolate, info[5]);
  for (const TypeCode &type : method->arguments) {
    if (!type.is_buffered()) method->passed++;
    if (value_size(type.type()) > kSmallValue) method->has_large_values = true;
  }
  method->has_large_result = value_size(method->result.type()) > kSmallValue;
  method->required = static_cast<size_t>(info[6]->Int32Value(context).FromMaybe(0));
  if (method->bind == nullptr) {
    throw_type_error(isolate, method->describe() + " is not in this version of the engine");
    return;
  }
  v8::Local<v8::Signature> receiver;
  if (!method->is_static) {
    const EngineClass *type = EngineClass::of_constructor(info[7]);
    receiver = v8::Signature::New(isolate, type->function_template(isolate));
  }
  auto *kept = static_cast<Method *>(keep(std::move(method)));
  const bool is_number = (flags & kDirectNumber) != 0;
  const v8::FunctionCallback callback = is_number                     ? callback_for_number(*kept)
                                        : (flags & kDirectOther) != 0 ? callback_for_other(*kept)
                                                                      : ordinary_callback(*kept);
  if (callback == nullptr) {
    throw_type_error(isolate, kept->describe() + " cannot be called directly");
    return;
  }
  const auto function = v8::FunctionTemplate::New(
      isolate, callback, v8::External::New(isolate, static_cast<Signature *>(kept)), receiver,
      static_cast<int>(kept->required), v8::ConstructorBehavior::kThrow,
      v8::SideEffectType::kHasSideEffect, is_number ? fast_function_for_number(*kept) : nullptr);
  function->SetClassName(to_js(isolate, kept->name));
  info.GetReturnValue().Set(function->GetFunction(context).ToLocalChecked());
}

}  // namespace godot_ts::bridge
