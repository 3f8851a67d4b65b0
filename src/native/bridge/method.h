// JavaScript functions that call one method of an engine class, made on the method's first use.
#pragma once

#include "v8.h"

namespace godot_ts::bridge {

// native.method(class, name, hash, flags, result, arguments, required, constructor): the function
// that calls the method on its receiver, which must be an instance of `constructor` (or nothing,
// for a static method). Throws where the engine has no such method.
void make_method(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
