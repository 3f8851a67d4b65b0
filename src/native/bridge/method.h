// JavaScript functions that call one method of an engine class, made on the method's first use.
#pragma once

#include <vector>

#include "bridge/signature.h"
#include "v8.h"

namespace godot_ts::bridge {

struct Method : Signature {
  GDExtensionMethodBindPtr bind = nullptr;
  bool is_const = false;
  // Of the arguments: how many can't cross by the shared buffer, and whether one of the others takes
  // more than kSmallValue there.
  size_t passed = 0;
  bool has_large_values = false;
  // Whether the result does.
  bool has_large_result = false;

  // The receiver's engine object; null when it has been freed.
  GDExtensionObjectPtr object_of(const ObjectBinding *binding) const {
    return binding == nullptr ? nullptr : binding->object();
  }
};

// native.method(class, name, hash, flags, result, arguments, required, constructor): the function
// that calls the method on its receiver, which must be an instance of `constructor` (or nothing,
// for a static method). Throws where the engine has no such method.
void make_method(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
