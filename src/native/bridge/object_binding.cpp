#include "bridge/object_binding.h"

#include <mutex>
#include <optional>
#include <vector>

#include "bridge/engine_class.h"
#include "bridge/settle.h"
#include "host/node_host.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::StringName;
using host::node_host;

char token;
GDExtensionMethodBindPtr reference_count_bind = nullptr;
std::optional<StringName> free_name;
// All bindings, in a list. A scene that is loaded in the background adds to it from there.
std::mutex list_mutex;
ObjectBinding *first = nullptr;
std::mutex queue_mutex;
std::vector<ObjectBinding *> queue_of_changes;
std::atomic<bool> queue_has_entries = false;

}  // namespace

ObjectBinding::ObjectBinding(GDExtensionObjectPtr object) : object_(object) {
  const std::lock_guard lock(list_mutex);
  next_ = first;
  if (first != nullptr) first->previous_ = this;
  first = this;
}

ObjectBinding::~ObjectBinding() {
  const std::lock_guard lock(list_mutex);
  (previous_ == nullptr ? first : previous_->next_) = next_;
  if (next_ != nullptr) next_->previous_ = previous_;
}

const GDExtensionInstanceBindingCallbacks ObjectBinding::callbacks_{&on_create, &on_free,
                                                                    &on_reference};

ObjectBinding *ObjectBinding::of(GDExtensionObjectPtr object) {
  return static_cast<ObjectBinding *>(api.object_get_instance_binding(object, &token, &callbacks_));
}

ObjectBinding *ObjectBinding::adopt(GDExtensionObjectPtr object, const EngineClass *type) {
  auto *binding = new ObjectBinding(object);
  binding->scripted_ = true;
  binding->kept_ = true;
  binding->type_ = type;
  api.object_set_instance_binding(object, &token, binding, &callbacks_);
  return binding;
}

ObjectBinding *ObjectBinding::from_wrapper(v8::Local<v8::Value> value) {
  if (!value->IsObject()) return nullptr;
  const v8::Local<v8::Object> object = value.As<v8::Object>();
  if (!EngineClass::is_wrapper(object)) return nullptr;
  return static_cast<ObjectBinding *>(object->GetAlignedPointerFromInternalField(0));
}

void ObjectBinding::set_wrapper(v8::Isolate *isolate, v8::Local<v8::Object> wrapper,
                                const EngineClass *type) {
  type_ = type;
  ref_counted_ = type->ref_counted();
  // The engine has forgotten it when it tells that the object is freed.
  instance_id_ = api.object_get_instance_id(object());
  wrapper->SetAlignedPointerInInternalField(0, this);
  wrapper_.Reset(isolate, wrapper);
  if (ref_counted_) held_ = engine::Variant::from_object(object());
  follow_strength();
}

void ObjectBinding::keep() {
  kept_ = true;
  follow_strength();
}

void ObjectBinding::leave_to_engine() {
  if (handed_out_ || !ref_counted_) return;
  left_to_engine_ = true;
  let_go();
}

void ObjectBinding::take_back() {
  left_to_engine_ = false;
  if (object() != nullptr) held_ = engine::Variant::from_object(object());
}

void ObjectBinding::set_up(int64_t get_reference_count) {
  reference_count_bind = api.classdb_get_method_bind(
      StringName("RefCounted").ptr(), StringName("get_reference_count").ptr(), get_reference_count);
  free_name.emplace("free");
}

void ObjectBinding::discard() {
  if (object() == nullptr) return;
  if (!type_->ref_counted()) {
    api.object_destroy(object());
    return;
  }
  // Where nobody has taken a reference, the first is also the last.
  const engine::Variant last = engine::Variant::from_object(object());
  held_ = engine::Variant();
}

// By the method, which knows of the signals. Afterwards this binding may be gone.
bool ObjectBinding::destroy() {
  // What goes with the object may want to free it once more.
  if (std::exchange(in_destruction_, true)) return false;
  engine::Variant self = engine::Variant::from_object(object());
  GDExtensionCallError error{};
  const auto unused = engine::Variant::made_by([&](void *made) {
    api.variant_call(self.ptr(), free_name->ptr(), nullptr, 0, made, &error);
  });
  if (error.error == GDEXTENSION_CALL_OK) return true;
  in_destruction_ = false;
  return false;
}

// Counted anew each time: what threads tell of each other's changes may come in any order.
bool ObjectBinding::held_by_others() {
  int64_t count = 0;
  api.object_method_bind_ptrcall(reference_count_bind, object(), nullptr, &count);
  return count > (held_.type() == GDEXTENSION_VARIANT_TYPE_NIL ? 0 : 1);
}

void ObjectBinding::follow_strength() {
  if (!has_wrapper()) return;
  const bool strong = kept_ && object() != nullptr && (!ref_counted_ || held_by_others());
  if (strong) {
    wrapper_.ClearWeak();
  } else if (!wrapper_.IsWeak()) {
    wrapper_.SetWeak(this, &on_collected, v8::WeakCallbackType::kParameter);
  }
}

// Runs during garbage collection: nothing but this bookkeeping is allowed.
void ObjectBinding::on_collected(const v8::WeakCallbackInfo<ObjectBinding> &info) {
  ObjectBinding *binding = info.GetParameter();
  binding->wrapper_.Reset();
  if (binding->object() == nullptr || binding->ref_counted_) binding->queue();
}

// With `queue_mutex` locked.
void ObjectBinding::queue_locked() {
  if (queued_) return;
  queued_ = true;
  queue_of_changes.push_back(this);
  queue_has_entries = true;
  count_garbage();
}

void ObjectBinding::queue() {
  const std::lock_guard lock(queue_mutex);
  queue_locked();
}

void ObjectBinding::settle() {
  if (!queue_has_entries) return;
  std::vector<ObjectBinding *> changes;
  {
    const std::lock_guard lock(queue_mutex);
    changes.swap(queue_of_changes);
    queue_has_entries = false;
  }
  for (ObjectBinding *binding : changes) {
    bool freed = false;
    {
      // A thread that frees the object does so, and queues the binding, under this lock: one that
      // is found freed here is in nobody's hands any more.
      const std::lock_guard lock(queue_mutex);
      binding->queued_ = false;
      freed = binding->object() == nullptr;
    }
    if (binding->has_wrapper()) {
      binding->follow_strength();
    } else if (freed) {
      delete binding;
    } else {
      // May free the object, and with it this binding.
      binding->let_go();
    }
  }
}

void ObjectBinding::release_all() {
  for (ObjectBinding *binding = first; binding != nullptr; binding = binding->next_) {
    binding->wrapper_.Reset();
    if (binding->object() == nullptr || binding->ref_counted_) binding->queue();
  }
  while (queue_has_entries) settle();
  free_name.reset();
}

// Any thread.
void *ObjectBinding::on_create(void *, void *object) { return new ObjectBinding(object); }

// Any thread, from the object's destructor.
void ObjectBinding::on_free(void *, void *, void *binding) {
  auto *self = static_cast<ObjectBinding *>(binding);
  {
    const std::lock_guard lock(queue_mutex);
    self->object_ = nullptr;
    // The engine deletes a RefCounted that it made to read its defaults, whoever refers to it.
    self->held_.forget();
    if (!node_host().on_main_thread()) self->queue_locked();
    // Whoever settles the queue goes on from here.
    if (self->queued_) return;
  }
  if (self->has_wrapper()) {
    self->follow_strength();
  } else {
    delete self;
  }
}

// Any thread: tells when the references go from one to two, and back. One of them is ours.
GDExtensionBool ObjectBinding::on_reference(void *, void *binding, GDExtensionBool) {
  auto *self = static_cast<ObjectBinding *>(binding);
  if (!self->kept_) return true;
  if (node_host().on_main_thread()) {
    self->follow_strength();
  } else {
    self->queue();
  }
  return true;
}

}  // namespace godot_ts::bridge
