#include "bridge/builtin_method.h"

#include <array>
#include <memory>
#include <vector>

#include "bridge/buffered_call.h"
#include "bridge/strings.h"
#include "bridge/variant_handle.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;
using engine::Variant;

enum Flags { kStatic = 1, kVararg = 2, kBuffered = 32 };

struct BuiltinMethod : BuiltinSignature {
  TypeCode type;
  StringName engine_name;
  GDExtensionPtrBuiltInMethod method = nullptr;
  // The first of the arguments is the receiver.
  bool takes_receiver = false;
};

// The receiver of a call, owned while the engine looks at it.
class Receiver {
 public:
  // Throws a TypeError and returns false for `this` of another type.
  bool take(const v8::FunctionCallbackInfo<v8::Value> &info, const BuiltinMethod &method) {
    if (method.is_static || method.takes_receiver) return true;
    if (method.is_buffered) {
      pointer_ = shared_argument(0);
      return true;
    }
    v8::Isolate *isolate = info.GetIsolate();
    if (value_.set(isolate, info.This(), method.type)) {
      pointer_ = value_.ptr();
      return true;
    }
    if (!isolate->HasPendingException()) {
      throw_type_error(isolate, method.describe() + ": `this` must be " + method.owner + ", not " +
                                    describe(isolate, info.This()));
    }
    return false;
  }
  // Null where the receiver is the first argument, or there is none.
  void *ptr() const { return pointer_; }

 private:
  TypedArgument value_;
  void *pointer_ = nullptr;
};

// A copy of a typed value, which shares what is behind an Array or a Dictionary.
Variant to_variant(const TypeCode &type, const void *value) {
  return type.is_variant() ? Variant::copy_of(value) : Variant::from_typed(type.type(), value);
}

// By Variants: varargs, and calls that leave the engine to fill in defaults.
void call_variants(const v8::FunctionCallbackInfo<v8::Value> &info, const BuiltinMethod &method,
                   const Receiver &receiver) {
  v8::Isolate *isolate = info.GetIsolate();
  std::vector<Variant> variants;
  const TypeCode any(TypeCode::kVariant);
  for (size_t i = 0; i < static_cast<size_t>(info.Length()); i++) {
    const bool declared = i < method.arguments.size();
    const TypeCode &type = declared ? method.arguments[i] : any;
    TypedArgument argument;
    if (!argument.set(isolate, info[static_cast<int>(i)], type)) {
      if (declared) throw_argument_error(info, method, i);
      return;
    }
    variants.push_back(to_variant(type, argument.ptr()));
  }
  std::vector<GDExtensionConstVariantPtr> pointers;
  pointers.reserve(variants.size());
  for (const Variant &variant : variants) pointers.push_back(variant.ptr());

  GDExtensionCallError error{};
  const Variant result = Variant::made_by([&](void *made) {
    const auto count = static_cast<GDExtensionInt>(pointers.size());
    if (method.is_static) {
      api.variant_call_static(method.type.type(), method.engine_name.ptr(), pointers.data(), count,
                              made, &error);
    } else if (method.takes_receiver) {
      api.variant_call(variants[0].ptr(), method.engine_name.ptr(), pointers.data() + 1, count - 1,
                       made, &error);
    } else {
      Variant self = to_variant(method.type, receiver.ptr());
      api.variant_call(self.ptr(), method.engine_name.ptr(), pointers.data(), count, made, &error);
    }
  });
  if (error.error != GDEXTENSION_CALL_OK) {
    throw_refused(isolate, method, error, pointers.data(), pointers.size());
  } else if (!method.result.is_void()) {
    info.GetReturnValue().Set(from_variant(isolate, result));
  }
}

template <typename Arguments, typename Pointers>
void call_with(const v8::FunctionCallbackInfo<v8::Value> &info, const BuiltinMethod &method,
               const Receiver &receiver, Arguments *arguments, Pointers *pointers) {
  if (!take_arguments(info, method, 1, arguments, pointers)) return;
  const GDExtensionConstTypePtr *first = pointers->data();
  void *self = receiver.ptr();
  auto count = static_cast<int32_t>(pointers->size());
  if (method.takes_receiver) {
    self = const_cast<void *>(*first);
    first++;
    count--;
  }
  call_builtin(info, method, [&](void *result) { method.method(self, first, result, count); });
}

// By typed pointers, the fast way. One instance of the template for each number of arguments up to
// three.
template <size_t Count>
void call_short(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const BuiltinMethod &method = *signature_of<BuiltinMethod>(info);
  Receiver receiver;
  if (!receiver.take(info, method)) return;
  if (static_cast<size_t>(info.Length()) != Count) {
    if (check_count(info, method)) call_variants(info, method, receiver);
    return;
  }
  std::array<TypedArgument, Count> arguments;
  std::array<GDExtensionConstTypePtr, Count> pointers;
  call_with(info, method, receiver, &arguments, &pointers);
}

void call_long(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const BuiltinMethod &method = *signature_of<BuiltinMethod>(info);
  Receiver receiver;
  if (!receiver.take(info, method) || !check_count(info, method)) return;
  const size_t count = method.arguments.size();
  if (method.is_vararg || static_cast<size_t>(info.Length()) != count) {
    call_variants(info, method, receiver);
    return;
  }
  std::vector<TypedArgument> arguments(count);
  std::vector<GDExtensionConstTypePtr> pointers(count);
  call_with(info, method, receiver, &arguments, &pointers);
}

v8::FunctionCallback callback_for(const BuiltinMethod &method) {
  if (method.is_vararg) return &call_long;
  switch (method.arguments.size()) {
    case 0:
      return &call_short<0>;
    case 1:
      return &call_short<1>;
    case 2:
      return &call_short<2>;
    case 3:
      return &call_short<3>;
    default:
      return &call_long;
  }
}

// The types of which JavaScript has values of its own.
bool is_native_to_javascript(const TypeCode &type) {
  return value_size(type.type()) == 0 && !VariantHandle::holds(type.type());
}

}  // namespace

void make_builtin_method(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  auto method = std::make_unique<BuiltinMethod>();
  method->type = TypeCode(info[0]->Int32Value(context).FromMaybe(0));
  method->owner = method->type.describe();
  method->name = to_utf8(isolate, info[1]);
  method->engine_name = StringName(method->name);
  method->method = api.variant_get_ptr_builtin_method(method->type.type(),
                                                      method->engine_name.ptr(), hash_of(info[2]));
  const int flags = info[3]->Int32Value(context).FromMaybe(0);
  method->is_static = (flags & kStatic) != 0;
  method->is_vararg = (flags & kVararg) != 0;
  method->is_buffered = (flags & kBuffered) != 0;
  method->result = TypeCode(info[4]->Int32Value(context).FromMaybe(0));
  method->arguments = TypeCode::list(isolate, info[5]);
  method->required = static_cast<size_t>(info[6]->Int32Value(context).FromMaybe(0));
  if (method->method == nullptr) {
    throw_type_error(isolate, method->describe() + " is not in this version of the engine");
    return;
  }
  method->takes_receiver = !method->is_static && is_native_to_javascript(method->type);
  if (method->takes_receiver) {
    method->arguments.insert(method->arguments.begin(), method->type);
    method->required++;
  }
  Signature *kept = keep(std::move(method));
  const auto function =
      v8::FunctionTemplate::New(isolate, callback_for(*static_cast<BuiltinMethod *>(kept)),
                                v8::External::New(isolate, kept), v8::Local<v8::Signature>(),
                                static_cast<int>(kept->required), v8::ConstructorBehavior::kThrow);
  function->SetClassName(to_js(isolate, kept->name));
  info.GetReturnValue().Set(function->GetFunction(context).ToLocalChecked());
}

}  // namespace godot_ts::bridge
