// Calls from the engine into members of classes written in TypeScript.
#pragma once

#include <string>

#include "bridge/call_arguments.h"
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
v8::Local<v8::Value> wrapper_of(v8::Isolate *isolate, GDExtensionClassInstancePtr instance);

// JavaScript can be called now, and here. A call from another thread is refused with an error. Any
// thread.
bool can_enter(const std::string &label);
// The same without the error.
bool can_enter_quietly();

}  // namespace godot_ts::bridge
