// Arrays, Maps, Sets and plain objects of JavaScript become Arrays and Dictionaries of the engine,
// and those are read out, each in one go.
#pragma once

#include "bridge/convert.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// Whether that is one of JavaScript's own collections; an object of a class of somebody's is not.
bool is_collection(v8::Isolate *isolate, v8::Local<v8::Object> object);
// An Array or a Dictionary with a copy of what is in there. Throws a TypeError and returns false
// for a collection that lies in itself. Re-enters JavaScript.
bool from_collection(v8::Isolate *isolate, v8::Local<v8::Object> collection,
                     engine::Variant *result, const Nesting *outer);

// native.arrayFrom(array): an Array with the items of a JavaScript array.
void array_from(const v8::FunctionCallbackInfo<v8::Value> &info);
// native.dictionaryFrom(collection): a Dictionary with the entries of a Map or an object.
void dictionary_from(const v8::FunctionCallbackInfo<v8::Value> &info);
// native.items(handle): the items of an Array, or of a Dictionary key, value, key, value…
void items(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
