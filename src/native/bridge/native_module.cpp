#include "bridge/native_module.h"

#include <array>

#include "bridge/arguments.h"
#include "bridge/builtin_function.h"
#include "bridge/builtin_method.h"
#include "bridge/call_by_name.h"
#include "bridge/call_error.h"
#include "bridge/callable.h"
#include "bridge/collections.h"
#include "bridge/convert.h"
#include "bridge/deferred_release.h"
#include "bridge/engine_class.h"
#include "bridge/hooks.h"
#include "bridge/memory.h"
#include "bridge/method.h"
#include "bridge/packed_array.h"
#include "bridge/registered_class.h"
#include "bridge/running_call.h"
#include "bridge/settle.h"
#include "bridge/shared_buffer.h"
#include "bridge/signature.h"
#include "bridge/strings.h"
#include "bridge/utility.h"
#include "bridge/variant_handle.h"
#include "host/node_host.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;
using engine::Variant;
using Info = v8::FunctionCallbackInfo<v8::Value>;

v8::Local<v8::Context> current_context(const Info &info) {
  return info.GetIsolate()->GetCurrentContext();
}

int integer(const Info &info, int index) {
  return info[index]->Int32Value(current_context(info)).FromMaybe(0);
}

// ---- Classes and objects

void define_class(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const EngineClass *parent =
      info[1]->IsFunction() ? EngineClass::of_constructor(info[1]) : nullptr;
  const EngineClass *type = EngineClass::define(
      isolate, StringName(to_utf8(isolate, info[0])), parent,
      {integer(info, 2), integer(info, 3), info[4]->IsTrue(), info[5]->IsTrue()});
  info.GetReturnValue().Set(type->constructor(isolate));
}

// singleton(name, constructor): the class is the one to wrap it as where its own is internal.
void singleton(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const GDExtensionObjectPtr object =
      api.global_get_singleton(StringName(to_utf8(isolate, info[0])).ptr());
  if (object != nullptr) {
    EngineClass::know_object(object, EngineClass::of_constructor(info[1]));
  }
  info.GetReturnValue().Set(wrap(isolate, object));
}

void object_from_id(const Info &info) {
  TypedArgument id;
  v8::Isolate *isolate = info.GetIsolate();
  if (!id.set(isolate, info[0], TypeCode(GDEXTENSION_VARIANT_TYPE_INT))) {
    throw_type_error(isolate, "an instance id is an integer, not " + describe(isolate, info[0]));
    return;
  }
  info.GetReturnValue().Set(
      wrap(isolate, api.object_get_instance_from_id(*static_cast<uint64_t *>(id.ptr()))));
}

// The instance id of an object that is gone; undefined for any other value.
void freed_id(const Info &info) {
  const ObjectBinding *binding = ObjectBinding::from_wrapper(info[0]);
  if (binding == nullptr || binding->object() != nullptr) return;
  info.GetReturnValue().Set(
      from_int(info.GetIsolate(), static_cast<int64_t>(binding->instance_id())));
}

void is_alive(const Info &info) {
  const ObjectBinding *binding = ObjectBinding::from_wrapper(info[0]);
  info.GetReturnValue().Set(binding != nullptr && binding->object() != nullptr);
}

// Whether the object is freed now. While the engine calls one of its methods or emits one of its
// signals, it is not: the engine goes on with the object afterwards. A RefCounted is freed by its
// last reference; the caller has refused those.
void destroy(const Info &info) {
  info.GetReturnValue().Set(false);
  ObjectBinding *binding = ObjectBinding::from_wrapper(info[0]);
  if (binding == nullptr || binding->object() == nullptr) return;
  if (!RegisteredClass::is_in_call(info[0])) info.GetReturnValue().Set(binding->destroy());
}

// keep(object): its wrapper has state, and stays while the engine can reach the object.
void keep_wrapper(const Info &info) {
  if (ObjectBinding *binding = ObjectBinding::from_wrapper(info[0])) binding->keep();
}

// letGo(object): gives up JavaScript's reference to a RefCounted now. The wrapper stays valid for
// as long as the engine holds the object.
void let_go(const Info &info) {
  if (ObjectBinding *binding = ObjectBinding::from_wrapper(info[0])) binding->let_go();
}

// leaveToEngine(object): the same, until JavaScript gets the object from the engine; where it has
// got it already, nothing.
void leave_to_engine(const Info &info) {
  if (ObjectBinding *binding = ObjectBinding::from_wrapper(info[0])) binding->leave_to_engine();
}

// loadHelp(xml): the class reference of a class, for the editor's help.
void load_help(const Info &info) {
  const std::string xml = to_utf8(info.GetIsolate(), info[0]);
  api.editor_help_load_xml_from_utf8_chars_and_len(xml.data(),
                                                   static_cast<GDExtensionInt>(xml.size()));
}

// ---- Values by reference

void handle_class(const Info &info) {
  info.GetReturnValue().Set(VariantHandle::constructor(
      info.GetIsolate(), static_cast<GDExtensionVariantType>(integer(info, 0))));
}

Variant *handle_argument(const Info &info) {
  Variant *variant = VariantHandle::get(info[0]);
  if (variant == nullptr) {
    throw_type_error(info.GetIsolate(),
                     "an engine value is wanted, not " + describe(info.GetIsolate(), info[0]));
  }
  return variant;
}

void variant_get(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const Variant *self = handle_argument(info);
  Variant index;
  if (self == nullptr || !to_variant(isolate, info[1], &index)) return;
  GDExtensionBool valid = false;
  const Variant result = Variant::made_by(
      [&](void *made) { api.variant_get(self->ptr(), index.ptr(), made, &valid); });
  if (valid) info.GetReturnValue().Set(from_variant(isolate, result));
}

void variant_set(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  Variant *self = handle_argument(info);
  Variant index;
  Variant value;
  if (self == nullptr || !to_variant(isolate, info[1], &index) ||
      !to_variant(isolate, info[2], &value)) {
    return;
  }
  GDExtensionBool valid = false;
  api.variant_set(self->ptr(), index.ptr(), value.ptr(), &valid);
  info.GetReturnValue().Set(valid != 0);
}

// Empties a handle now, not when the garbage collector comes.
void release(const Info &info) {
  if (Variant *self = VariantHandle::get(info[0])) *self = Variant();
}

void stringify(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  Variant value;
  if (!to_variant(isolate, info[0], &value)) return;
  engine::String text;
  api.variant_stringify(value.ptr(), text.ptr());
  info.GetReturnValue().Set(to_js(isolate, text));
}

// callable(function)
void callable(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  info.GetReturnValue().Set(VariantHandle::make(
      isolate,
      make_callable(isolate, info[0].As<v8::Function>(), v8::Local<v8::Function>(), Hold::kWeak)));
}

// listener(function, onFreed), dispatcher(…): a Callable to connect, then to release.
template <Hold Kind>
void listener(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  info.GetReturnValue().Set(VariantHandle::make_plain(
      isolate,
      make_callable(isolate, info[0].As<v8::Function>(), info[1].As<v8::Function>(), Kind)));
}

// inlineDispatcher(dispatch, dispatchAmbient, onFreed): the same.
void inline_dispatcher(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  info.GetReturnValue().Set(VariantHandle::make_plain(
      isolate,
      make_inline_dispatcher(isolate, {info[0].As<v8::Function>(), info[1].As<v8::Function>()},
                             info[2].As<v8::Function>())));
}

// functionOf(value): the function that the handle of a Callable holds, or undefined.
void function_of_handle(const Info &info) {
  const auto function = VariantHandle::function_in(info[0]);
  if (!function.IsEmpty()) info.GetReturnValue().Set(function);
}

// emit(signal, object, ...arguments): whether it was emitted, which it isn't when the object is
// freed. The engine's own function: as a method of Object it would take its name by a Variant.
void emit(const Info &info) {
  constexpr GDExtensionInt kHash = 3286317445;
  static const auto emit_signal = api.variant_get_ptr_builtin_method(
      GDEXTENSION_VARIANT_TYPE_SIGNAL, StringName("emit").ptr(), kHash);
  Variant *signal = VariantHandle::get(info[0]);
  const ObjectBinding *binding = ObjectBinding::from_wrapper(info[1]);
  VariantArguments arguments;
  if (signal == nullptr || binding == nullptr || binding->object() == nullptr) return;
  if (!arguments.take(info, 2)) return;
  emit_signal(signal->data(), arguments.data(), nullptr, arguments.size());
  info.GetReturnValue().Set(true);
}

// ---- Drains

void drain(const Info &info) {
  const OwnTurn turn;
  v8::Local<v8::Value> result;
  if (host::node_host().drain(info[0].As<v8::Function>()).ToLocal(&result)) {
    info.GetReturnValue().Set(result);
  }
}

void turn_io(const Info &) {
  const OwnTurn turn;
  host::node_host().turn_io();
}
void needs_drain(const Info &info) { info.GetReturnValue().Set(host::node_host().needs_drain()); }
void rest(const Info &) { host::node_host().rest(); }
void run_microtasks(const Info &) {
  const OwnTurn turn;
  host::node_host().run_microtasks();
}

// enterCall(): see RunningCall::enter.
void enter_call(const Info &info) {
  info.GetReturnValue().Set(RunningCall::enter(info.GetIsolate()));
}

// ---- Messages

// print(kind, description, message, function, file, line)
void print(const Info &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const std::array printers = {api.print_error_with_message, api.print_warning_with_message,
                               api.print_script_error_with_message};
  const auto kind = static_cast<size_t>(integer(info, 0));
  if (kind >= printers.size()) return;
  printers[kind](to_utf8(isolate, info[1]).c_str(), to_utf8(isolate, info[2]).c_str(),
                 to_utf8(isolate, info[3]).c_str(), to_utf8(isolate, info[4]).c_str(),
                 integer(info, 5), true);
}

// ---- Set-up

void set_hooks(const Info &info) { Hooks::set(info.GetIsolate(), info[0].As<v8::Object>()); }

// setObjectMethods(notification, getClass, getReferenceCount): the hashes of those methods of
// Object and RefCounted.
void set_object_methods(const Info &info) {
  EngineClass::set_object_methods(hash_of(info[0]), hash_of(info[1]));
  ObjectBinding::set_up(hash_of(info[2]));
}

}  // namespace

void fill_native_module(v8::Local<v8::Object> exports, v8::Local<v8::Value>,
                        v8::Local<v8::Context> context, void *) {
  v8::Isolate *isolate = v8::Isolate::GetCurrent();
  struct Entry {
    const char *name;
    v8::FunctionCallback callback;
  };
  constexpr Entry kEntries[] = {
      {"addressOf", &address_of},
      {"arrayFrom", &array_from},
      {"bareConstructor", &RegisteredClass::make_bare_constructor},
      {"builtinConstructor", &make_builtin_constructor},
      {"builtinGetter", &make_builtin_getter},
      {"builtinMethod", &make_builtin_method},
      {"builtinOperator", &make_builtin_operator},
      {"callByName", &call_by_name},
      {"callScriptMethod", &call_script_method},
      {"callable", &callable},
      {"defineClass", &define_class},
      {"destroy", &destroy},
      {"dictionaryFrom", &dictionary_from},
      {"dispatcher", &listener<Hold::kStrong>},
      {"drain", &drain},
      {"emit", &emit},
      {"enterCall", &enter_call},
      {"freedId", &freed_id},
      {"functionOf", &function_of_handle},
      {"handleClass", &handle_class},
      {"inlineDispatcher", &inline_dispatcher},
      {"isAlive", &is_alive},
      {"items", &items},
      {"keep", &keep_wrapper},
      {"leaveToEngine", &leave_to_engine},
      {"letGo", &let_go},
      {"listener", &listener<Hold::kWeak>},
      {"loadHelp", &load_help},
      {"memory", &memory},
      {"method", &make_method},
      {"needsDrain", &needs_drain},
      {"objectFromId", &object_from_id},
      {"packed", &make_packed},
      {"print", &print},
      {"registerClass", &RegisteredClass::register_class},
      {"release", &release},
      {"rest", &rest},
      {"runMicrotasks", &run_microtasks},
      {"setClassTable", &TypeCode::set_class_table},
      {"setHooks", &set_hooks},
      {"setObjectMethods", &set_object_methods},
      {"singleton", &singleton},
      {"stringify", &stringify},
      {"turnIo", &turn_io},
      {"utility", &make_utility},
      {"variantGet", &variant_get},
      {"variantSet", &variant_set},
  };
  for (const Entry &entry : kEntries) {
    const auto function = v8::Function::New(context, entry.callback, v8::Local<v8::Value>(), 0,
                                            v8::ConstructorBehavior::kThrow)
                              .ToLocalChecked();
    exports->Set(context, key(isolate, entry.name), function).Check();
  }
  const auto share = [&](const char *name, void *data, size_t size) {
    auto store = v8::ArrayBuffer::NewBackingStore(
        data, size, [](void *, size_t, void *) {}, nullptr);
    exports->Set(context, key(isolate, name), v8::ArrayBuffer::New(isolate, std::move(store)))
        .Check();
  };
  // V8's own functions by which Node keeps what is ambient: optimised code calls nothing for them.
  const auto extra = [&](const char *name, const char *as) {
    auto function = context->GetExtrasBindingObject()->Get(context, key(isolate, name));
    exports->Set(context, key(isolate, as), function.ToLocalChecked()).Check();
  };
  extra("getContinuationPreservedEmbedderData", "ambient");
  extra("setContinuationPreservedEmbedderData", "setAmbient");
  share("sharedBuffer", shared_buffer, kSharedBufferSize);
  share("runningCall", &running_call_state, sizeof(running_call_state));
}

void settle() {
  settle_garbage();
  if (host::node_host().running()) run_queued_calls();
}

bool is_unsettled() {
  return garbage_count.load(std::memory_order_relaxed) > 0 || has_queued_calls();
}

void release_everything() {
  Hooks::release();
  RegisteredClass::release_all();
  release_callables();
  VariantHandle::release_all();
  ObjectBinding::release_all();
  release_now();
  TypeCode::release_class_table();
  EngineClass::release_all();
  release_signatures();
  release_strings();
}

}  // namespace godot_ts::bridge
