// A Callable of the engine that calls a JavaScript function.
#pragma once

#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// A weak one leaves the function to the garbage collector: whoever makes it sees that JavaScript
// holds the function for as long as it may be called. Afterwards a call does nothing.
enum class Hold { kStrong, kWeak };

// What hears a signal for all in JavaScript who go on within the emission: the microtasks run
// before the emitter goes on.
struct InlineDispatcher {
  // Called with the arguments of the emission.
  v8::Local<v8::Function> dispatch;
  // Does the same with the one argument that is ambient: a microtask gets none.
  v8::Local<v8::Function> dispatch_ambient;
};

// Two Callables of one function are equal, so that it can be disconnected again. `on_freed`, where
// given, is called on the main thread when the engine has dropped the last copy.
engine::Variant make_callable(v8::Isolate *isolate, v8::Local<v8::Function> function,
                              v8::Local<v8::Function> on_freed, Hold hold);
engine::Variant make_inline_dispatcher(v8::Isolate *isolate, const InlineDispatcher &dispatcher,
                                       v8::Local<v8::Function> on_freed);

// The function that a Callable made here calls; empty for any other Callable.
v8::Local<v8::Function> function_of(v8::Isolate *isolate, const engine::Variant &callable);

// Runs the calls and the frees that came from other threads since the last time. Main thread;
// enters JavaScript.
void run_queued_calls();
bool has_queued_calls();

// At exit: lets go of the functions. The engine may still hold the Callables.
void release_callables();

}  // namespace godot_ts::bridge
