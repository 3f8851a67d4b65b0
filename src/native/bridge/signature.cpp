#include "bridge/signature.h"

#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

std::vector<std::unique_ptr<Signature>> signatures;

}  // namespace

Signature *keep(std::unique_ptr<Signature> signature) {
  return signatures.emplace_back(std::move(signature)).get();
}

void release_signatures() { signatures.clear(); }

void throw_argument_error(const v8::FunctionCallbackInfo<v8::Value> &info,
                          const Signature &signature, size_t index) {
  v8::Isolate *isolate = info.GetIsolate();
  if (isolate->HasPendingException()) return;
  throw_type_error(isolate, signature.describe() + ": argument " + std::to_string(index + 1) +
                                " must be " + signature.arguments[index].describe() + ", not " +
                                describe(isolate, info[static_cast<int>(index)]));
}

bool check_count(const v8::FunctionCallbackInfo<v8::Value> &info, const Signature &signature) {
  const auto count = static_cast<size_t>(info.Length());
  if (count >= signature.required && (signature.is_vararg || count <= signature.arguments.size())) {
    return true;
  }
  std::string wanted = std::to_string(signature.required);
  if (signature.is_vararg) {
    wanted = "at least " + wanted;
  } else if (signature.arguments.size() > signature.required) {
    wanted += " to " + std::to_string(signature.arguments.size());
  }
  throw_type_error(info.GetIsolate(), signature.describe() + " takes " + wanted +
                                          " arguments, got " + std::to_string(count));
  return false;
}

void throw_call_error(v8::Isolate *isolate, const Signature &signature,
                      const std::string &arguments, const GDExtensionCallError &error) {
  std::string message = signature.describe() + "(" + arguments + "): the engine refused the call";
  if (error.error == GDEXTENSION_CALL_ERROR_INVALID_ARGUMENT) {
    message += ", argument " + std::to_string(error.argument + 1) + " must be " +
               engine::type_name(static_cast<GDExtensionVariantType>(error.expected));
  }
  throw_type_error(isolate, message);
}

}  // namespace godot_ts::bridge
