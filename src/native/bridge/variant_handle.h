// Engine values that JavaScript holds by reference: Array, Dictionary, Callable, Signal, RID, and
// whatever else has no JavaScript counterpart. A handle owns a Variant; the garbage collector frees
// it.
//
// The handle of a function's Callable holds the function where the garbage collector sees it, and
// its Callable does not: the function may refer to the handle. What the engine gets does hold it.
#pragma once

#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

class VariantHandle {
 public:
  VariantHandle(const VariantHandle &) = delete;
  VariantHandle &operator=(const VariantHandle &) = delete;

  // The constructor of handles of that type: `new Type(...arguments of the engine's constructors)`.
  static v8::Local<v8::Function> constructor(v8::Isolate *isolate, GDExtensionVariantType type);
  // Whether JavaScript holds values of that type so.
  static bool holds(GDExtensionVariantType type);
  static v8::Local<v8::Object> make(v8::Isolate *isolate, const engine::Variant &value);
  // Of a Callable that stays as it is.
  static v8::Local<v8::Object> make_plain(v8::Isolate *isolate, const engine::Variant &value);
  // Null for any other value.
  static engine::Variant *get(v8::Local<v8::Value> value);
  // The function of a Callable's handle that holds one; else empty.
  static v8::Local<v8::Function> function_in(v8::Local<v8::Value> handle);
  // The value, for the engine to keep. False for what is no handle.
  static bool copy(v8::Isolate *isolate, v8::Local<v8::Value> handle, engine::Variant *result);
  static void release_all();

 private:
  VariantHandle(v8::Isolate *isolate, v8::Local<v8::Object> object, engine::Variant value);
  ~VariantHandle();
  static void construct(const v8::FunctionCallbackInfo<v8::Value> &info);
  static void on_collected(const v8::WeakCallbackInfo<VariantHandle> &info);

  engine::Variant value_;
  v8::Global<v8::Object> object_;
  VariantHandle *previous_ = nullptr;
  VariantHandle *next_;
};

}  // namespace godot_ts::bridge
