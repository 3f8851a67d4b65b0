// JavaScript functions that evaluate one operator, call one constructor or read one member of the
// builtin types. All that they work on are arguments; of a buffered one the values among these lie
// in the shared buffer, from slot 1 on.
#pragma once

#include "v8.h"

namespace godot_ts::bridge {

// native.builtinOperator(operator, left, right, flags, result): the right one is nil for an
// operator with one operand. `operator` is a number of Variant.Operator.
void make_builtin_operator(const v8::FunctionCallbackInfo<v8::Value> &info);

// native.builtinConstructor(type, index, flags, arguments), of a value type.
void make_builtin_constructor(const v8::FunctionCallbackInfo<v8::Value> &info);

// native.builtinGetter(type, member, flags, result)
void make_builtin_getter(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
