// Calls of builtin functions, whose values may cross by the shared buffer.
#pragma once

#include <cstring>

#include "bridge/arguments.h"
#include "bridge/call_error.h"
#include "bridge/shared_buffer.h"
#include "bridge/signature.h"

namespace godot_ts::bridge {

struct BuiltinSignature : Signature {
  // Math values among the arguments and the result lie in the shared buffer.
  bool is_buffered = false;
};

// What a call returns whose result lies in the first slot.
constexpr int kResultInBuffer = 1;

// Converts the declared arguments of a call, as many as there is room for, and points to each. Of a
// buffered call, values lie in the shared buffer, those of the first argument after `before` other
// operands. Throws a TypeError and returns false where one doesn't fit.
template <typename Arguments, typename Pointers>
bool take_arguments(const v8::FunctionCallbackInfo<v8::Value> &info,
                    const BuiltinSignature &signature, size_t before, Arguments *arguments,
                    Pointers *pointers) {
  for (size_t i = 0; i < arguments->size(); i++) {
    const TypeCode &type = signature.arguments[i];
    if (signature.is_buffered && value_size(type.type()) > 0) {
      (*pointers)[i] = shared_argument(before + i);
      continue;
    }
    TypedArgument &argument = (*arguments)[i];
    if (!argument.set(info.GetIsolate(), info[static_cast<int>(i)], type)) {
      throw_argument_error(info, signature, i);
      return false;
    }
    (*pointers)[i] = argument.ptr();
  }
  return true;
}

// Calls `call(result)`, and returns its result, or leaves that in the shared buffer.
template <typename Call>
void call_builtin(const v8::FunctionCallbackInfo<v8::Value> &info,
                  const BuiltinSignature &signature, Call call) {
  const size_t size = value_size(signature.result.type());
  if (!signature.is_buffered || size == 0) {
    call_typed(info, signature, call);
    return;
  }
  // Values need no destructor. The result may not be made where the arguments of the call lie.
  alignas(8) unsigned char value[kSharedSlotSize] = {};
  call(value);
  std::memcpy(shared_buffer, value, size);
  info.GetReturnValue().Set(kResultInBuffer);
}

}  // namespace godot_ts::bridge
