// Text between V8 and the engine, and the errors that name it.
#pragma once

#include <string>
#include <string_view>

#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

v8::Local<v8::String> to_js(v8::Isolate *isolate, std::string_view utf8);
v8::Local<v8::String> to_js(v8::Isolate *isolate, const engine::String &string);
v8::Local<v8::String> to_js(v8::Isolate *isolate, const engine::StringName &name);

engine::String to_string(v8::Isolate *isolate, v8::Local<v8::String> text);
engine::StringName to_string_name(v8::Isolate *isolate, v8::Local<v8::String> text);
std::string to_utf8(v8::Isolate *isolate, v8::Local<v8::Value> value);

// At exit: lets go of the texts kept on both sides.
void release_strings();

// A name used again and again as a property key.
v8::Local<v8::String> key(v8::Isolate *isolate, const char *name);

void throw_type_error(v8::Isolate *isolate, const std::string &message);

}  // namespace godot_ts::bridge
