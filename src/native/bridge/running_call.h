// Whose code JavaScript runs: the calls from the engine that are going on, from the innermost
// outwards.
//
// A method of an object written in TypeScript is that object's code. A function is the code of the
// object in whose code it was handed to the engine, so that what a handler begins belongs to the
// node that connected it. What JavaScript's own turns run (promises, timers) is no call's.
//
// `native.runningCall` shows `running_call_state`, so that asking costs JavaScript no call. Main
// thread.
#pragma once

#include <cstdint>

#include "v8.h"

namespace godot_ts::bridge {

// What JavaScript sees: 0 where no call is going on, or it has entered the innermost one already.
inline int32_t running_call_state = 0;

class RunningCall {
 public:
  // A method of `receiver`.
  explicit RunningCall(v8::Local<v8::Value> receiver);
  // A function that was made in the code of the object with that instance id; 0 for nobody's.
  explicit RunningCall(uint64_t owner_id);
  RunningCall(const RunningCall &) = delete;
  RunningCall &operator=(const RunningCall &) = delete;
  ~RunningCall();

  // Whether a method of the object is running, however far out.
  static bool has_receiver(v8::Local<v8::Value> object);
  // The instance id of the object whose code runs; 0 when it is nobody's.
  static uint64_t owner_id();
  // Whose code the innermost call is: undefined when nobody's. What JavaScript makes ambient
  // afterwards, by an AsyncLocalStorage, is undone when the call ends.
  static v8::Local<v8::Value> enter(v8::Isolate *isolate);

 private:
  friend class OwnTurn;
  enum class Of : int32_t { kNobody, kTheEngine };
  explicit RunningCall(Of of);

  v8::Local<v8::Value> receiver_;
  uint64_t owner_id_ = 0;
  const int32_t outer_state_;
  RunningCall *const outer_;
  bool is_entered_ = false;
  v8::Global<v8::Value> ambient_;
};

// While JavaScript runs what is nobody's call: a drain, or a turn of the event loop.
class OwnTurn {
 public:
  OwnTurn() : turn_(RunningCall::Of::kNobody) {}

 private:
  const RunningCall turn_;
};

}  // namespace godot_ts::bridge
