#include "bridge/call_error.h"

#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

v8::Local<v8::Value> id_of(v8::Isolate *isolate, const ObjectBinding *binding) {
  const uint64_t id = binding == nullptr ? 0 : binding->instance_id();
  return from_int(isolate, static_cast<int64_t>(id));
}

// Throws what the hook makes, or where JavaScript is not there any more a bare error.
void throw_made(v8::Isolate *isolate, const v8::Global<v8::Function> &hook,
                std::initializer_list<v8::Local<v8::Value>> arguments) {
  v8::Local<v8::Value> error;
  if (call_hook(hook, arguments).ToLocal(&error)) {
    isolate->ThrowException(error);
  } else {
    throw_type_error(isolate, "the engine could not be called");
  }
}

v8::Local<v8::Value> owner_of(v8::Isolate *isolate, const Signature &signature) {
  return to_js(isolate, signature.owner);
}

v8::Local<v8::Value> name_of(v8::Isolate *isolate, const Signature &signature) {
  return to_js(isolate, signature.name);
}

v8::Local<v8::Value> property_of(v8::Isolate *isolate, const Signature &signature) {
  return to_js(isolate, signature.property);
}

v8::Local<v8::Value> integer(v8::Isolate *isolate, size_t value) {
  return v8::Integer::NewFromUnsigned(isolate, static_cast<uint32_t>(value));
}

std::string type_name_of(GDExtensionConstVariantPtr variant) {
  return engine::type_name(engine::Variant::type_of(variant));
}

// What the engine says of a call it has refused: `argument 2 must be int, not String`.
std::string describe_refusal(const GDExtensionCallError &error,
                             const GDExtensionConstVariantPtr *arguments, size_t count) {
  const std::string wanted =
      std::to_string(error.expected) + (error.expected == 1 ? " argument" : " arguments");
  switch (error.error) {
    case GDEXTENSION_CALL_ERROR_INVALID_METHOD:
      return "there is no such method";
    case GDEXTENSION_CALL_ERROR_INVALID_ARGUMENT: {
      const auto place = static_cast<size_t>(error.argument);
      const auto expected = static_cast<GDExtensionVariantType>(error.expected);
      return "argument " + std::to_string(place + 1) + " must be " + engine::type_name(expected) +
             (place < count ? ", not " + type_name_of(arguments[place]) : "");
    }
    case GDEXTENSION_CALL_ERROR_TOO_MANY_ARGUMENTS:
      return "it takes at most " + wanted + ", got " + std::to_string(count);
    case GDEXTENSION_CALL_ERROR_TOO_FEW_ARGUMENTS:
      return "it takes at least " + wanted + ", got " + std::to_string(count);
    case GDEXTENSION_CALL_ERROR_INSTANCE_IS_NULL:
      return "the object is null or has been freed";
    case GDEXTENSION_CALL_ERROR_METHOD_NOT_CONST:
      return "the method may change the object, which is read-only";
    default:
      return "it could not be called";
  }
}

}  // namespace

void throw_freed(v8::Isolate *isolate, const ObjectBinding *receiver, const Signature &member) {
  const std::string type = receiver == nullptr ? member.owner : receiver->type()->describe();
  throw_made(isolate, Hooks::freedError,
             {to_js(isolate, type), id_of(isolate, receiver), owner_of(isolate, member),
              name_of(isolate, member), property_of(isolate, member)});
}

void throw_freed(v8::Isolate *isolate, const ObjectBinding &receiver, v8::Local<v8::Value> owner,
                 v8::Local<v8::Value> name) {
  throw_made(isolate, Hooks::freedError,
             {to_js(isolate, receiver.type()->describe()), id_of(isolate, &receiver), owner, name});
}

void throw_freed(v8::Isolate *isolate, const ObjectBinding &value) {
  throw_made(isolate, Hooks::freedError,
             {to_js(isolate, value.type()->describe()), id_of(isolate, &value)});
}

void throw_argument_error(const v8::FunctionCallbackInfo<v8::Value> &info,
                          const Signature &signature, size_t index) {
  v8::Isolate *isolate = info.GetIsolate();
  if (isolate->HasPendingException()) return;
  const v8::Local<v8::Value> value = info[static_cast<int>(index)];
  const TypeCode type = index < signature.arguments.size() ? signature.arguments[index]
                                                           : TypeCode(TypeCode::kVariant);
  v8::Local<v8::Value> reason = v8::Undefined(isolate);
  {
    v8::TryCatch try_catch(isolate);
    engine::Variant unused;
    to_variant(isolate, value, &unused);
    if (try_catch.HasTerminated()) {
      try_catch.ReThrow();
      return;
    }
    if (try_catch.HasCaught()) reason = try_catch.Exception();
  }
  throw_made(isolate, Hooks::argumentError,
             {owner_of(isolate, signature), name_of(isolate, signature),
              property_of(isolate, signature), integer(isolate, index),
              to_js(isolate, type.describe()), to_js(isolate, describe(isolate, value)), reason});
}

void throw_count_error(const v8::FunctionCallbackInfo<v8::Value> &info,
                       const Signature &signature) {
  v8::Isolate *isolate = info.GetIsolate();
  throw_made(
      isolate, Hooks::countError,
      {owner_of(isolate, signature), name_of(isolate, signature), property_of(isolate, signature),
       integer(isolate, signature.arguments.size()), integer(isolate, signature.required),
       v8::Boolean::New(isolate, signature.is_vararg), v8::Integer::New(isolate, info.Length())});
}

void throw_refused(v8::Isolate *isolate, const Signature &signature,
                   const GDExtensionCallError &error, const VariantArguments &arguments) {
  const size_t declared = signature.is_vararg ? signature.arguments.size() : 0;
  const std::string why = describe_refusal(error, arguments.data() + declared,
                                           static_cast<size_t>(arguments.size()) - declared);
  throw_made(isolate, Hooks::refusedError,
             {owner_of(isolate, signature), name_of(isolate, signature), to_js(isolate, why)});
}

void throw_refused(v8::Isolate *isolate, const Signature &signature,
                   const GDExtensionCallError &error, const GDExtensionConstVariantPtr *arguments,
                   size_t count) {
  std::string types;
  for (size_t i = 0; i < count; i++) types += (i == 0 ? "" : ", ") + type_name_of(arguments[i]);
  throw_type_error(
      isolate, signature.describe() + "(" + types +
                   "): the engine refused the call: " + describe_refusal(error, arguments, count));
}

}  // namespace godot_ts::bridge
