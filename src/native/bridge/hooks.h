// What the native side asks of the TypeScript side, given once through `native.setHooks`.
#pragma once

#include <string_view>

#include "v8.h"

namespace godot_ts::bridge {

// X(name): each a JavaScript function.
#define GODOT_TS_HOOKS(X)                                                                 \
  X(defineClass)  /* (name, isRefCounted) => void: defines or aliases that class */       \
  X(decodeValue)  /* (type) => the value type in the shared buffer */                     \
  X(encodeObject) /* (object) => a VariantHandle, or the type now in the shared buffer */ \
  X(decodePacked) /* (type, strings or components) => the packed array */                 \
  X(encodePacked) /* (type, array) => a VariantHandle of that packed type */              \
  /* The errors to throw: src/native/bridge/call_error.cpp says of what. */               \
  X(freedError)                                                                           \
  X(argumentError)                                                                        \
  X(countError)                                                                           \
  X(refusedError)                                                                         \
  X(report)     /* (error, where) => void */                                              \
  X(initialize) /* (level) => void: the engine has reached that level of its start */     \
  X(frame)      /* () => void: the end of each iteration of the main loop */              \
  X(shutdown)   /* () => void: before Node is stopped */                                  \
  X(exit)       /* (code) => void: process.exit was called */

class Hooks {
 public:
  // Takes the functions from `object`. Throws a TypeError that names a missing one.
  static void set(v8::Isolate *isolate, v8::Local<v8::Object> object);
  static void release();

#define GODOT_TS_HOOK(name) static v8::Global<v8::Function> name;
  GODOT_TS_HOOKS(GODOT_TS_HOOK)
#undef GODOT_TS_HOOK
};

// Calls a hook and reports what it throws. Empty where JavaScript is not there (any more).
v8::MaybeLocal<v8::Value> call_hook(const v8::Global<v8::Function> &hook,
                                    std::initializer_list<v8::Local<v8::Value>> arguments = {});

// Tells the developer of an exception that nobody in JavaScript caught. `where` names the member
// that the engine called.
void report_exception(const v8::TryCatch &try_catch, std::string_view where);

}  // namespace godot_ts::bridge
