// JavaScript functions that call one function of the engine's global scope.
#pragma once

#include "v8.h"

namespace godot_ts::bridge {

// native.utility(name, hash, result, arguments, vararg)
void make_utility(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
