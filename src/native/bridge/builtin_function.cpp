#include "bridge/builtin_function.h"

#include <memory>
#include <vector>

#include "bridge/buffered_call.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

using engine::api;

constexpr int kBuffered = 32;

// What the engine has for each kind; the others are null.
struct BuiltinFunction : BuiltinSignature {
  GDExtensionPtrOperatorEvaluator evaluate = nullptr;
  GDExtensionPtrConstructor construct = nullptr;
  GDExtensionPtrGetter get = nullptr;

  void call(const std::vector<GDExtensionConstTypePtr> &operands, void *made) const {
    if (evaluate != nullptr) {
      evaluate(operands[0], operands.size() > 1 ? operands[1] : nullptr, made);
    } else if (construct != nullptr) {
      construct(made, operands.data());
    } else {
      get(operands[0], made);
    }
  }
};

void call_function(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const BuiltinFunction &function = *signature_of<BuiltinFunction>(info);
  if (!check_count(info, function)) return;
  std::vector<TypedArgument> arguments(function.arguments.size());
  std::vector<GDExtensionConstTypePtr> pointers(arguments.size());
  if (!take_arguments(info, function, 0, &arguments, &pointers)) return;
  call_builtin(info, function, [&](void *result) { function.call(pointers, result); });
}

int integer(const v8::FunctionCallbackInfo<v8::Value> &info, int index) {
  return info[index]->Int32Value(info.GetIsolate()->GetCurrentContext()).FromMaybe(0);
}

void return_function(const v8::FunctionCallbackInfo<v8::Value> &info,
                     std::unique_ptr<BuiltinFunction> function) {
  v8::Isolate *isolate = info.GetIsolate();
  function->required = function->arguments.size();
  if (function->evaluate == nullptr && function->construct == nullptr && function->get == nullptr) {
    throw_type_error(isolate, function->describe() + " is not in this version of the engine");
    return;
  }
  Signature *kept = keep(std::move(function));
  info.GetReturnValue().Set(v8::Function::New(isolate->GetCurrentContext(), &call_function,
                                              v8::External::New(isolate, kept),
                                              static_cast<int>(kept->required),
                                              v8::ConstructorBehavior::kThrow)
                                .ToLocalChecked());
}

}  // namespace

void make_builtin_operator(const v8::FunctionCallbackInfo<v8::Value> &info) {
  auto function = std::make_unique<BuiltinFunction>();
  const TypeCode left(integer(info, 1));
  const TypeCode right(integer(info, 2));
  function->owner = left.describe();
  function->name = "operator " + std::to_string(integer(info, 0));
  function->evaluate = api.variant_get_ptr_operator_evaluator(
      static_cast<GDExtensionVariantOperator>(integer(info, 0)), left.type(), right.type());
  function->is_buffered = (integer(info, 3) & kBuffered) != 0;
  function->result = TypeCode(integer(info, 4));
  function->arguments = {left};
  if (!right.is_void()) function->arguments.push_back(right);
  return_function(info, std::move(function));
}

void make_builtin_constructor(const v8::FunctionCallbackInfo<v8::Value> &info) {
  auto function = std::make_unique<BuiltinFunction>();
  const TypeCode type(integer(info, 0));
  function->name = type.describe();
  // The result is made where an empty one lies already, which only value types may be.
  if (value_size(type.type()) > 0) {
    function->construct = api.variant_get_ptr_constructor(type.type(), integer(info, 1));
  }
  function->is_buffered = (integer(info, 2) & kBuffered) != 0;
  function->result = type;
  function->arguments = TypeCode::list(info.GetIsolate(), info[3]);
  return_function(info, std::move(function));
}

void make_builtin_getter(const v8::FunctionCallbackInfo<v8::Value> &info) {
  auto function = std::make_unique<BuiltinFunction>();
  const TypeCode type(integer(info, 0));
  function->owner = type.describe();
  function->name = to_utf8(info.GetIsolate(), info[1]);
  function->get = api.variant_get_ptr_getter(type.type(), engine::StringName(function->name).ptr());
  function->is_buffered = (integer(info, 2) & kBuffered) != 0;
  function->result = TypeCode(integer(info, 3));
  function->arguments = {type};
  return_function(info, std::move(function));
}

}  // namespace godot_ts::bridge
