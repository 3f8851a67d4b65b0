// The object `native`: all that TypeScript can ask of this library (typed in src/godot/native.ts).
#pragma once

#include "v8.h"

namespace godot_ts::bridge {

// Fills the exports of Node's linked binding "godot_ts".
void fill_native_module(v8::Local<v8::Object> exports, v8::Local<v8::Value> module,
                        v8::Local<v8::Context> context, void *unused);

// Between two pieces of JavaScript: releases what the garbage collector left, and runs what other
// threads have queued.
void settle();

// Whether that has something to do.
bool is_unsettled();

// At exit, before Node is stopped: JavaScript lets go of the engine, and the engine of JavaScript.
void release_everything();

}  // namespace godot_ts::bridge
