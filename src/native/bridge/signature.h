// What the functions have in common that call the engine: a signature, checked arguments, a result.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bridge/convert.h"
#include "bridge/engine_class.h"
#include "bridge/hooks.h"
#include "bridge/settle.h"
#include "bridge/strings.h"
#include "bridge/type_code.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

struct Signature {
  std::string owner;
  std::string name;
  // `Timer.waitTime`, for messages, where this is an accessor of a property; else empty.
  std::string property;
  TypeCode result;
  std::vector<TypeCode> arguments;
  size_t required = 0;
  bool is_static = false;
  bool is_vararg = false;

  virtual ~Signature() = default;
  std::string describe() const { return owner.empty() ? name : owner + "." + name; }
};

// Keeps a signature until exit: the functions made for it point to it.
Signature *keep(std::unique_ptr<Signature> signature);
// At exit.
void release_signatures();

// The signature that a function was made with.
template <typename T>
T *signature_of(const v8::FunctionCallbackInfo<v8::Value> &info) {
  return static_cast<T *>(static_cast<Signature *>(info.Data().As<v8::External>()->Value()));
}

// Throws a TypeError and returns false for too few or too many arguments.
bool check_count(const v8::FunctionCallbackInfo<v8::Value> &info, const Signature &signature);

// The hash of a method or function, from the table.
inline int64_t hash_of(v8::Local<v8::Value> value) {
  return static_cast<int64_t>(value.As<v8::Number>()->Value());
}

// Calls `call(arguments, result)` with storage of the result's type, and returns that to
// JavaScript.
template <typename Call>
void call_typed(const v8::FunctionCallbackInfo<v8::Value> &info, const Signature &signature,
                Call call) {
  v8::Isolate *isolate = info.GetIsolate();
  const TypeCode &result = signature.result;
  switch (result.kind()) {
    case GDEXTENSION_VARIANT_TYPE_NIL:
      call(nullptr);
      return;
    case GDEXTENSION_VARIANT_TYPE_BOOL: {
      GDExtensionBool value = false;
      call(&value);
      info.GetReturnValue().Set(value != 0);
      return;
    }
    case GDEXTENSION_VARIANT_TYPE_INT: {
      int64_t value = 0;
      call(&value);
      info.GetReturnValue().Set(from_int(isolate, value));
      return;
    }
    case GDEXTENSION_VARIANT_TYPE_FLOAT: {
      double value = 0;
      call(&value);
      info.GetReturnValue().Set(value);
      return;
    }
    case GDEXTENSION_VARIANT_TYPE_OBJECT: {
      GDExtensionObjectPtr object = nullptr;
      call(&object);
      info.GetReturnValue().Set(wrap(isolate, object));
      // A Ref comes with a reference of its own; the wrapper has taken another.
      if (result.is_ref()) engine::api.ref_set_object(&object, nullptr);
      settle_much_garbage();
      return;
    }
    case GDEXTENSION_VARIANT_TYPE_STRING: {
      engine::String value;
      call(value.ptr());
      info.GetReturnValue().Set(to_js(isolate, value));
      return;
    }
    case GDEXTENSION_VARIANT_TYPE_STRING_NAME: {
      engine::StringName value;
      call(value.ptr());
      info.GetReturnValue().Set(to_js(isolate, value));
      return;
    }
    case TypeCode::kVariant: {
      engine::Variant value;
      call(value.ptr());
      info.GetReturnValue().Set(from_variant(isolate, value));
      settle_much_garbage();
      return;
    }
    default: {
      engine::AnyValue value(result.type());
      call(value.ptr());
      info.GetReturnValue().Set(from_typed(isolate, result, value.ptr()));
      settle_much_garbage();
    }
  }
}

}  // namespace godot_ts::bridge
