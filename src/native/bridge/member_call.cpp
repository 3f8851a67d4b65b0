#include "bridge/member_call.h"

#include "bridge/convert.h"
#include "bridge/hooks.h"
#include "bridge/running_call.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {

using engine::api;
using host::node_host;

v8::MaybeLocal<v8::Value> MemberCall::call(const v8::Global<v8::Function> &invoke) {
  const RunningCall running(arguments_[0]);
  const auto result = node_host().call(invoke.Get(isolate_), v8::Undefined(isolate_),
                                       arguments_.size(), arguments_.data());
  if (result.IsEmpty()) report();
  return result;
}

void MemberCall::run(const v8::Global<v8::Function> &invoke, const TypeCode &type,
                     GDExtensionTypePtr result) {
  v8::Local<v8::Value> value;
  if (!call(invoke).ToLocal(&value)) return;
  if (to_typed(isolate_, value, type, result)) return;
  if (!try_catch_.HasCaught()) {
    throw_type_error(isolate_, label_ + " must return " + type.describe() + ", not " +
                                   describe(isolate_, value));
  }
  report();
}

void MemberCall::report() { report_exception(try_catch_, label_); }

void refuse_other_thread(const std::string &label) {
  api.print_error_with_message("Called from another thread",
                               (label + " runs on the main thread only: use call_deferred").c_str(),
                               label.c_str(), "", 0, false);
}

}  // namespace godot_ts::bridge
