// Calls from the engine into members of classes written in TypeScript.
#pragma once

#include <string>

#include "bridge/call_arguments.h"
#include "bridge/engine_class.h"
#include "bridge/fast_call.h"
#include "bridge/object_binding.h"
#include "bridge/running_call.h"
#include "bridge/type_code.h"
#include "host/node_host.h"
#include "v8.h"

namespace godot_ts::bridge {

// One call of a member from the engine. What it throws, and a result that doesn't fit, is reported
// with `label`. May re-enter JavaScript; main thread, after `can_enter`.
class MemberCall {
 public:
  MemberCall(const std::string &label, size_t count)
      : label_(label), isolate_(scope_.isolate()), try_catch_(isolate_), arguments_(count + 1) {}
  v8::Isolate *isolate() const { return isolate_; }
  void set_receiver(v8::Local<v8::Value> receiver) { arguments_[0] = receiver; }
  void set_argument(size_t index, v8::Local<v8::Value> value) { arguments_[index + 1] = value; }

  // What the member gives, empty when it has thrown.
  v8::MaybeLocal<v8::Value> call(const v8::Global<v8::Function> &invoke);
  // The same, with the result at `result`, which stays as it is where it doesn't fit.
  void run(const v8::Global<v8::Function> &invoke, const TypeCode &type, GDExtensionTypePtr result);
  // For what has been thrown while the result was looked at.
  void report();

 private:
  const std::string &label_;
  const host::EnterScope scope_;
  v8::Isolate *isolate_;
  const v8::TryCatch try_catch_;
  CallArguments arguments_;
};

// The JavaScript half of an instance.
inline v8::Local<v8::Value> wrapper_of(v8::Isolate *isolate, GDExtensionClassInstancePtr instance) {
  const auto *binding = static_cast<ObjectBinding *>(instance);
  return binding->has_wrapper() ? v8::Local<v8::Value>(binding->wrapper(isolate))
                                : wrap(isolate, binding->object());
}

// Tells that another thread has called what it may not. Any thread.
void refuse_other_thread(const std::string &label);

// JavaScript can be called now, and here. Any thread.
inline bool can_enter_quietly() {
  return host::node_host().on_main_thread() && host::node_host().running() && !FastCall::refused();
}
// The same, and a call from another thread is refused with an error.
inline bool can_enter(const std::string &label) {
  if (can_enter_quietly()) return true;
  if (!host::node_host().on_main_thread()) refuse_other_thread(label);
  return false;
}

}  // namespace godot_ts::bridge
