// JavaScript functions that call one method of a builtin type, made on the method's first use.
#pragma once

#include "v8.h"

namespace godot_ts::bridge {

// native.builtinMethod(type, name, hash, flags, result, arguments, required). Throws where the
// engine has no such method.
//
// The receiver is `this` of values and handles; what a call changes, all holders of the handle see.
// Strings and packed arrays are JavaScript's own: they are the function's first argument, a copy.
// The function of a buffered method finds its receiver in slot 1 of the shared buffer, and the
// values among its arguments from slot 2 on.
void make_builtin_method(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
