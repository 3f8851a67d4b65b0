#include "bridge/running_call.h"

#include <utility>

#include "bridge/engine_class.h"
#include "bridge/object_binding.h"

namespace godot_ts::bridge {
namespace {

RunningCall *innermost = nullptr;

}  // namespace

RunningCall::RunningCall(Of of)
    : outer_state_(std::exchange(running_call_state, static_cast<int32_t>(of))),
      outer_(std::exchange(innermost, this)) {}

RunningCall::RunningCall(v8::Local<v8::Value> receiver) : RunningCall(Of::kTheEngine) {
  receiver_ = receiver;
}

RunningCall::RunningCall(uint64_t owner_id) : RunningCall(Of::kTheEngine) { owner_id_ = owner_id; }

RunningCall::~RunningCall() {
  innermost = outer_;
  running_call_state = outer_state_;
  if (!is_entered_) return;
  v8::Isolate *isolate = v8::Isolate::GetCurrent();
  isolate->SetContinuationPreservedEmbedderData(ambient_.Get(isolate));
}

bool RunningCall::has_receiver(v8::Local<v8::Value> object) {
  const RunningCall *each = innermost;
  while (each != nullptr && each->receiver_ != object) each = each->outer_;
  return each != nullptr;
}

uint64_t RunningCall::owner_id() {
  if (innermost == nullptr) return 0;
  if (innermost->receiver_.IsEmpty()) return innermost->owner_id_;
  const ObjectBinding *receiver = ObjectBinding::from_wrapper(innermost->receiver_);
  return receiver == nullptr ? 0 : receiver->instance_id();
}

v8::Local<v8::Value> RunningCall::enter(v8::Isolate *isolate) {
  if (innermost == nullptr) return v8::Undefined(isolate);
  if (!innermost->is_entered_) {
    innermost->is_entered_ = true;
    innermost->ambient_.Reset(isolate, isolate->GetContinuationPreservedEmbedderData());
  }
  if (!innermost->receiver_.IsEmpty()) return innermost->receiver_;
  if (innermost->owner_id_ == 0) return v8::Undefined(isolate);
  const GDExtensionObjectPtr owner = engine::api.object_get_instance_from_id(innermost->owner_id_);
  if (owner == nullptr) return v8::Undefined(isolate);
  return wrap(isolate, owner);
}

}  // namespace godot_ts::bridge
