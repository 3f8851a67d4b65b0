// Calls of methods that the API table doesn't have: those of classes that other extensions
// register.
#pragma once

#include "v8.h"

namespace godot_ts::bridge {

// native.callByName(object, class, method, ...arguments): by Variants, as GDScript calls an object
// whose class it doesn't know. Null for the object calls a static method. Throws a TypeError that
// says what the engine has against the call. May re-enter JavaScript.
void call_by_name(const v8::FunctionCallbackInfo<v8::Value> &info);

// native.callScriptMethod(object, class, method, ...arguments): calls a method of the object's
// script. Undefined where there is no script, or no such method in it.
void call_script_method(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
