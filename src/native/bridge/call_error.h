// The errors of calls that cannot be made. TypeScript writes their messages
// (src/godot/call-error.ts), since it knows the names of members and arguments.
#pragma once

#include <string>

#include "bridge/arguments.h"
#include "bridge/signature.h"
#include "v8.h"

namespace godot_ts::bridge {

// Throws a FreedObjectError: a member was used of an object that is gone.
void throw_freed(v8::Isolate *isolate, const ObjectBinding *receiver, const Signature &member);
// The same for a member that has no signature.
void throw_freed(v8::Isolate *isolate, const ObjectBinding &receiver, v8::Local<v8::Value> owner,
                 v8::Local<v8::Value> name);
// The same for an object that was to cross into the engine; who knows more says where.
void throw_freed(v8::Isolate *isolate, const ObjectBinding &value);

// Throws a TypeError that says what argument `index` must be, and why it isn't.
void throw_argument_error(const v8::FunctionCallbackInfo<v8::Value> &info,
                          const Signature &signature, size_t index);
// Throws a TypeError for too few or too many arguments.
void throw_count_error(const v8::FunctionCallbackInfo<v8::Value> &info, const Signature &signature);
// Throws a TypeError for a call that the engine has refused. `declared` is how many of the
// arguments the signature has checked: the engine counts from there.
void throw_refused(v8::Isolate *isolate, const Signature &signature,
                   const GDExtensionCallError &error, const VariantArguments &arguments);

// The same where the arguments are at hand as Variants, `count` of them: of a builtin method.
void throw_refused(v8::Isolate *isolate, const Signature &signature,
                   const GDExtensionCallError &error, const GDExtensionConstVariantPtr *arguments,
                   size_t count);

}  // namespace godot_ts::bridge
