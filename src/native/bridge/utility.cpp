#include "bridge/utility.h"

#include "bridge/arguments.h"
#include "bridge/call_error.h"
#include "bridge/signature.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;

struct Utility : Signature {
  GDExtensionPtrUtilityFunction function = nullptr;
};

void call_utility(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const Utility &utility = *signature_of<Utility>(info);
  if (!check_count(info, utility)) return;
  v8::Isolate *isolate = info.GetIsolate();
  std::vector<GDExtensionConstTypePtr> pointers;
  std::vector<TypedArgument> arguments(static_cast<size_t>(info.Length()));
  const TypeCode variant(TypeCode::kVariant);
  for (size_t i = 0; i < arguments.size(); i++) {
    const bool declared = !utility.is_vararg && i < utility.arguments.size();
    if (!arguments[i].set(isolate, info[static_cast<int>(i)],
                          declared ? utility.arguments[i] : variant)) {
      throw_argument_error(info, utility, i);
      return;
    }
    pointers.push_back(arguments[i].ptr());
  }
  call_typed(info, utility, [&](void *result) {
    utility.function(result, pointers.data(), static_cast<int32_t>(pointers.size()));
  });
}

}  // namespace

void make_utility(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  auto utility = std::make_unique<Utility>();
  utility->name = to_utf8(isolate, info[0]);
  utility->function =
      api.variant_get_ptr_utility_function(StringName(utility->name).ptr(), hash_of(info[1]));
  utility->result = TypeCode(info[2]->Int32Value(context).FromMaybe(0));
  utility->arguments = TypeCode::list(isolate, info[3]);
  utility->is_vararg = info[4]->IsTrue();
  utility->required = utility->is_vararg ? 0 : utility->arguments.size();
  if (utility->function == nullptr) {
    throw_type_error(isolate, utility->name + " is not in this version of the engine");
    return;
  }
  Signature *kept = keep(std::move(utility));
  info.GetReturnValue().Set(
      v8::Function::New(context, &call_utility, v8::External::New(isolate, kept),
                        static_cast<int>(kept->required), v8::ConstructorBehavior::kThrow)
          .ToLocalChecked());
}

}  // namespace godot_ts::bridge
