// Calls whose numbers, booleans and math values cross by the shared buffer: the fast way.
//
// The caller (src/godot/direct-method.ts) has checked their types and laid the arguments into their
// slots, each as a ptrcall takes it; what is neither (objects, texts, containers) is an argument of
// the call, in order.
#pragma once

#include <cstdint>

#include "bridge/method.h"
#include "v8-fast-api-calls.h"

namespace godot_ts::bridge {

// What NaN means that a direct call has returned: the status at the end of the shared buffer.
enum class DirectStatus : int32_t {
  // The engine was not called, or has to be called again: the receiver is freed, an argument doesn't
  // fit, or JavaScript wanted to run in a fast call. The ordinary call does it, or says what is
  // wrong.
  kNotCalled = 0,
  // The result is NaN.
  kNaN = 1,
  // The result is an int that no number holds, in the first slot.
  kWideInt = 2,
};

// Its result is a number; for a boolean 1 or 0, for a math value or nothing 0, with the value in the
// first slot. NaN says that something is odd: see DirectStatus. Null for a method with too many
// arguments that are not in the buffer.
v8::FunctionCallback callback_for_number(const Method &method);
// The same for optimised code (bridge/fast_call.h); null for a method that is not const.
const v8::CFunction *fast_function_for_number(const Method &method);

// Its result is returned as it is, true for nothing. Undefined says that the engine was not called.
// Null for a method with too many arguments that are not in the buffer.
v8::FunctionCallback callback_for_other(const Method &method);

}  // namespace godot_ts::bridge
