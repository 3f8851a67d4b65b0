#include "bridge/variant_handle.h"

#include "bridge/arguments.h"
#include "bridge/callable.h"
#include "bridge/convert.h"
#include "bridge/deferred_release.h"
#include "bridge/settle.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::Variant;

// Internal fields: the handle, the mark that it is one, the function that it holds.
constexpr int kFields = 3;
constexpr int kFunctionField = 2;
alignas(8) char handle_mark;
VariantHandle *first = nullptr;
v8::Global<v8::FunctionTemplate> templates[GDEXTENSION_VARIANT_TYPE_VARIANT_MAX];

}  // namespace

VariantHandle::VariantHandle(v8::Isolate *isolate, v8::Local<v8::Object> object, Variant value)
    : value_(std::move(value)), object_(isolate, object), next_(first) {
  if (first != nullptr) first->previous_ = this;
  first = this;
  object->SetAlignedPointerInInternalField(0, this);
  object->SetAlignedPointerInInternalField(1, &handle_mark);
  object_.SetWeak(this, &on_collected, v8::WeakCallbackType::kParameter);
}

VariantHandle::~VariantHandle() {
  (previous_ == nullptr ? first : previous_->next_) = next_;
  if (next_ != nullptr) next_->previous_ = previous_;
}

v8::Local<v8::Function> VariantHandle::constructor(v8::Isolate *isolate,
                                                   GDExtensionVariantType type) {
  v8::Global<v8::FunctionTemplate> &slot = templates[type];
  if (slot.IsEmpty()) {
    const auto function =
        v8::FunctionTemplate::New(isolate, &construct, v8::Integer::New(isolate, type));
    function->SetClassName(to_js(isolate, engine::type_name(type)));
    function->InstanceTemplate()->SetInternalFieldCount(kFields);
    slot.Reset(isolate, function);
  }
  return slot.Get(isolate)->GetFunction(isolate->GetCurrentContext()).ToLocalChecked();
}

bool VariantHandle::holds(GDExtensionVariantType type) {
  switch (type) {
    case GDEXTENSION_VARIANT_TYPE_CALLABLE:
    case GDEXTENSION_VARIANT_TYPE_SIGNAL:
    case GDEXTENSION_VARIANT_TYPE_DICTIONARY:
    case GDEXTENSION_VARIANT_TYPE_ARRAY:
    case GDEXTENSION_VARIANT_TYPE_RID:
      return true;
    default:
      return false;
  }
}

v8::Local<v8::Object> VariantHandle::make(v8::Isolate *isolate, const Variant &value) {
  if (value.type() != GDEXTENSION_VARIANT_TYPE_CALLABLE) return make_plain(isolate, value);
  const v8::Local<v8::Function> function = function_of(isolate, value);
  if (function.IsEmpty()) return make_plain(isolate, value);
  const auto handle =
      make_plain(isolate, make_callable(isolate, function, v8::Local<v8::Function>(), Hold::kWeak));
  handle->SetInternalField(kFunctionField, function);
  return handle;
}

v8::Local<v8::Object> VariantHandle::make_plain(v8::Isolate *isolate, const Variant &value) {
  constructor(isolate, value.type());
  const auto object = templates[value.type()]
                          .Get(isolate)
                          ->InstanceTemplate()
                          ->NewInstance(isolate->GetCurrentContext())
                          .ToLocalChecked();
  new VariantHandle(isolate, object, value);
  return object;
}

Variant *VariantHandle::get(v8::Local<v8::Value> value) {
  if (!value->IsObject()) return nullptr;
  const v8::Local<v8::Object> object = value.As<v8::Object>();
  if (object->InternalFieldCount() != kFields ||
      object->GetAlignedPointerFromInternalField(1) != &handle_mark) {
    return nullptr;
  }
  auto *handle = static_cast<VariantHandle *>(object->GetAlignedPointerFromInternalField(0));
  return handle == nullptr ? nullptr : &handle->value_;
}

v8::Local<v8::Function> VariantHandle::function_in(v8::Local<v8::Value> handle) {
  if (get(handle) == nullptr) return {};
  const v8::Local<v8::Data> function = handle.As<v8::Object>()->GetInternalField(kFunctionField);
  const bool holds = function->IsValue() && function.As<v8::Value>()->IsFunction();
  return holds ? function.As<v8::Function>() : v8::Local<v8::Function>();
}

bool VariantHandle::copy(v8::Isolate *isolate, v8::Local<v8::Value> handle, Variant *result) {
  const Variant *value = get(handle);
  if (value == nullptr) return false;
  const v8::Local<v8::Function> function = function_in(handle);
  *result = function.IsEmpty()
                ? *value
                : make_callable(isolate, function, v8::Local<v8::Function>(), Hold::kStrong);
  return true;
}

void VariantHandle::construct(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const auto type = static_cast<GDExtensionVariantType>(info.Data().As<v8::Integer>()->Value());
  if (!info.IsConstructCall()) {
    throw_type_error(isolate, "Class constructor " + engine::type_name(type) +
                                  " cannot be called without \"new\"");
    return;
  }
  VariantArguments arguments;
  if (!arguments.take(info, 0)) return;
  GDExtensionCallError error{};
  Variant value = Variant::made_by([&](void *result) {
    api.variant_construct(type, result, arguments.data(), arguments.size(), &error);
  });
  if (error.error != GDEXTENSION_CALL_OK) {
    throw_type_error(isolate, "new " + engine::type_name(type) + "(" + arguments.describe() +
                                  "): no constructor takes these arguments");
    return;
  }
  new VariantHandle(isolate, info.This(), std::move(value));
  settle_much_garbage();
}

// Runs during garbage collection. The value may be the last reference to an engine object, whose
// destructor may call anything: it is released later.
void VariantHandle::on_collected(const v8::WeakCallbackInfo<VariantHandle> &info) {
  VariantHandle *handle = info.GetParameter();
  handle->object_.Reset();
  release_later(std::move(handle->value_));
  delete handle;
}

void VariantHandle::release_all() {
  for (VariantHandle *handle = first; handle != nullptr;) {
    delete std::exchange(handle, handle->next_);
  }
  for (auto &slot : templates) slot.Reset();
}

}  // namespace godot_ts::bridge
