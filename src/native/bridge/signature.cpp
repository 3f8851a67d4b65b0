#include "bridge/signature.h"

#include "bridge/call_error.h"

namespace godot_ts::bridge {
namespace {

std::vector<std::unique_ptr<Signature>> signatures;

}  // namespace

Signature *keep(std::unique_ptr<Signature> signature) {
  return signatures.emplace_back(std::move(signature)).get();
}

void release_signatures() { signatures.clear(); }

bool check_count(const v8::FunctionCallbackInfo<v8::Value> &info, const Signature &signature) {
  const auto count = static_cast<size_t>(info.Length());
  if (count >= signature.required && (signature.is_vararg || count <= signature.arguments.size())) {
    return true;
  }
  throw_count_error(info, signature);
  return false;
}

}  // namespace godot_ts::bridge
