// A Callable of the engine that calls a JavaScript function.
#pragma once

#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// A weak one leaves the function to the garbage collector: whoever makes it sees that JavaScript
// holds the function for as long as it may be called. Afterwards a call does nothing.
// What a dispatcher returns is for us: anything but undefined where the promises that are due are
// to run before whoever called goes on. It is held.
enum class Hold { kStrong, kWeak, kDispatcher };

// Two Callables of one function are equal, so that it can be disconnected again. `on_freed`, where
// given, is called on the main thread when the engine has dropped the last copy.
engine::Variant make_callable(v8::Isolate *isolate, v8::Local<v8::Function> function,
                              v8::Local<v8::Function> on_freed, Hold hold);

// The function that a Callable made here calls; empty for any other Callable.
v8::Local<v8::Function> function_of(v8::Isolate *isolate, const engine::Variant &callable);

// Runs the calls and the frees that came from other threads since the last time. Main thread;
// enters JavaScript.
void run_queued_calls();
bool has_queued_calls();

// At exit: lets go of the functions. The engine may still hold the Callables.
void release_callables();

}  // namespace godot_ts::bridge
