#include "bridge/direct_call.h"

#include <array>
#include <cmath>
#include <cstring>
#include <limits>

#include "bridge/arguments.h"
#include "bridge/fast_call.h"
#include "bridge/shared_buffer.h"

namespace godot_ts::bridge {
namespace {

using engine::api;

// Arguments that are not in the buffer.
constexpr size_t kMostPassed = 2;
constexpr size_t kMostPassedForOther = 4;

double odd(DirectStatus status) {
  shared_status() = static_cast<int32_t>(status);
  return std::numeric_limits<double>::quiet_NaN();
}

// The arguments of one call.
class DirectArguments {
 public:
  // `next(i)` is the ith of those that are not in the buffer. False when one doesn't fit.
  template <typename Next>
  bool take(v8::Isolate *isolate, const Method &method, TypedArgument *owned, Next next) {
    const size_t count = method.arguments.size();
    // First what is in the buffer: to convert the others may run JavaScript, and so does the engine
    // while it holds references to these.
    for (size_t i = 0; i < count; i++) {
      if (method.has_large_values) {
        copy_from_slot<kSharedSlotSize>(slots_[i], shared_argument(i));
      } else {
        copy_from_slot<kSmallValue>(slots_[i], shared_argument(i));
      }
      pointers_[i] = slots_[i];
    }
    if (method.passed == 0) return true;
    size_t taken = 0;
    for (size_t i = 0; i < count; i++) {
      const TypeCode &type = method.arguments[i];
      if (type.is_buffered()) continue;
      const v8::Local<v8::Value> value = next(taken);
      TypedArgument &argument = owned[taken++];
      if (!argument.set(isolate, value, type)) return false;
      pointers_[i] = argument.ptr();
    }
    return true;
  }
  const GDExtensionConstTypePtr *data() const { return pointers_; }

 private:
  alignas(8) unsigned char slots_[kSharedArguments][kSharedSlotSize];
  GDExtensionConstTypePtr pointers_[kSharedArguments];
};

// JavaScript that the engine calls meanwhile uses the buffer too: so the result gets there last.
template <size_t Size>
void call_for_value(const Method &method, GDExtensionObjectPtr object,
                    const GDExtensionConstTypePtr *arguments) {
  alignas(8) unsigned char value[Size] = {};
  api.object_method_bind_ptrcall(method.bind, object, arguments, value);
  std::memcpy(shared_buffer, value, Size);
}

double call_for_number(const Method &method, GDExtensionObjectPtr object,
                       const GDExtensionConstTypePtr *arguments) {
  switch (method.result.kind()) {
    case GDEXTENSION_VARIANT_TYPE_NIL:
      api.object_method_bind_ptrcall(method.bind, object, arguments, nullptr);
      return 0;
    case GDEXTENSION_VARIANT_TYPE_BOOL: {
      GDExtensionBool value = false;
      api.object_method_bind_ptrcall(method.bind, object, arguments, &value);
      return value != 0 ? 1 : 0;
    }
    case GDEXTENSION_VARIANT_TYPE_INT: {
      int64_t value = 0;
      api.object_method_bind_ptrcall(method.bind, object, arguments, &value);
      if (is_safe_integer(value)) return static_cast<double>(value);
      std::memcpy(shared_buffer, &value, sizeof(value));
      return odd(DirectStatus::kWideInt);
    }
    case GDEXTENSION_VARIANT_TYPE_FLOAT: {
      double value = 0;
      api.object_method_bind_ptrcall(method.bind, object, arguments, &value);
      return std::isnan(value) ? odd(DirectStatus::kNaN) : value;
    }
    default:
      if (method.has_large_result) {
        call_for_value<kSharedSlotSize>(method, object, arguments);
      } else {
        call_for_value<kSmallValue>(method, object, arguments);
      }
      return 0;
  }
}

template <size_t Passed>
double call_direct(v8::Isolate *isolate, const Method &method, const ObjectBinding *binding,
                   const std::array<v8::Local<v8::Value>, Passed> &passed) {
  const GDExtensionObjectPtr object = method.object_of(binding);
  if (object == nullptr && !method.is_static) return odd(DirectStatus::kNotCalled);
  std::array<TypedArgument, Passed> owned;
  DirectArguments arguments;
  if (!arguments.take(isolate, method, owned.data(), [&](size_t i) { return passed[i]; })) {
    return odd(DirectStatus::kNotCalled);
  }
  return call_for_number(method, object, arguments.data());
}

ObjectBinding *binding_of(const Method &method, v8::Local<v8::Object> receiver) {
  // The signature of the template has checked that it is a wrapper of the right class.
  return method.is_static
             ? nullptr
             : static_cast<ObjectBinding *>(receiver->GetAlignedPointerFromInternalField(0));
}

// Hot: what is a small integer needs no memory, which saves 5 ns.
void set_number(const v8::FunctionCallbackInfo<v8::Value> &info, double number) {
  const bool fits = number >= std::numeric_limits<int32_t>::min() &&
                    number <= std::numeric_limits<int32_t>::max();
  const int32_t integer = fits ? static_cast<int32_t>(number) : 0;
  if (integer == number && (integer != 0 || !std::signbit(number))) {
    info.GetReturnValue().Set(integer);
  } else {
    info.GetReturnValue().Set(number);
  }
}

template <size_t Passed>
void on_call(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const Method &method = *signature_of<Method>(info);
  std::array<v8::Local<v8::Value>, Passed> passed;
  for (size_t i = 0; i < Passed; i++) passed[i] = info[static_cast<int>(i)];
  set_number(info, call_direct(info.GetIsolate(), method, binding_of(method, info.This()), passed));
}

// The types of fast functions are all that V8 knows of their arguments.
using Receiver = v8::Local<v8::Object>;
using Value = v8::Local<v8::Value>;
using Options = v8::FastApiCallbackOptions;

const Method &method_of(const Options &options) {
  return *static_cast<const Method *>(
      static_cast<Signature *>(options.data.As<v8::External>()->Value()));
}

template <size_t Passed>
double call_fast(Receiver receiver, const Options &options,
                 const std::array<v8::Local<v8::Value>, Passed> &passed) {
  const Method &method = method_of(options);
  const FastCall call;
  const double result = call_direct(options.isolate, method, binding_of(method, receiver), passed);
  return call.reentered() ? odd(DirectStatus::kNotCalled) : result;
}

double on_fast_call(Receiver receiver, Options &options) {
  return call_fast<0>(receiver, options, {});
}

double on_fast_call_1(Receiver receiver, Value first, Options &options) {
  return call_fast<1>(receiver, options, {first});
}

double on_fast_call_2(Receiver receiver, Value first, Value second, Options &options) {
  return call_fast<2>(receiver, options, {first, second});
}

const v8::CFunction fast_functions[] = {v8::CFunction::Make(on_fast_call),
                                        v8::CFunction::Make(on_fast_call_1),
                                        v8::CFunction::Make(on_fast_call_2)};
constexpr v8::FunctionCallback kCallbacks[] = {&on_call<0>, &on_call<1>, &on_call<2>};
static_assert(std::size(kCallbacks) == kMostPassed + 1);

void on_call_for_other(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const Method &method = *signature_of<Method>(info);
  const GDExtensionObjectPtr object = method.object_of(binding_of(method, info.This()));
  if (object == nullptr && !method.is_static) return;
  std::array<TypedArgument, kMostPassedForOther> owned;
  DirectArguments arguments;
  if (!arguments.take(info.GetIsolate(), method, owned.data(),
                      [&](size_t i) { return info[static_cast<int>(i)]; })) {
    return;
  }
  call_typed(info, method, [&](void *result) {
    api.object_method_bind_ptrcall(method.bind, object, arguments.data(), result);
  });
  if (method.result.is_void()) info.GetReturnValue().Set(true);
}

bool fits(const Method &method, size_t most_passed) {
  return !method.is_vararg && method.arguments.size() <= kSharedArguments &&
         method.passed <= most_passed;
}

}  // namespace

v8::FunctionCallback callback_for_number(const Method &method) {
  return fits(method, kMostPassed) ? kCallbacks[method.passed] : nullptr;
}

const v8::CFunction *fast_function_for_number(const Method &method) {
  if (!method.is_const) return nullptr;
  for (const TypeCode &type : method.arguments) {
    // To convert any other may run JavaScript, and throw.
    if (!type.is_buffered() && !type.is_object() && !type.is_text()) return nullptr;
  }
  return &fast_functions[method.passed];
}

v8::FunctionCallback callback_for_other(const Method &method) {
  return fits(method, kMostPassedForOther) ? &on_call_for_other : nullptr;
}

}  // namespace godot_ts::bridge
