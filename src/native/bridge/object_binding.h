// The tie between one engine object and its one JavaScript wrapper.
//
// The wrapper's internal field points here, and the engine keeps this as its instance binding. When
// the engine frees the object, `object` becomes null at once: addresses are reused. Whichever side
// goes last deletes the binding.
//
// Plain wrappers are weak: they are made again when needed. A wrapper that has state (of a class
// written in TypeScript, or with listeners of its own) is kept: it is strong for as long as the
// engine can reach the object, a Node until it is freed, a RefCounted while anybody but us holds a
// reference.
#pragma once

#include <atomic>
#include <memory>

#include "bridge/stored_values.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

class EngineClass;

class ObjectBinding {
 public:
  ObjectBinding(const ObjectBinding &) = delete;
  ObjectBinding &operator=(const ObjectBinding &) = delete;

  // The binding of a living object, made when there is none. Main thread.
  static ObjectBinding *of(GDExtensionObjectPtr object);
  // Gives a new object of a class written in TypeScript its binding. Main thread.
  static ObjectBinding *adopt(GDExtensionObjectPtr object, const EngineClass *type);
  // What a wrapper points to; null for any other value.
  static ObjectBinding *from_wrapper(v8::Local<v8::Value> value);

  // Null once the engine has freed the object.
  GDExtensionObjectPtr object() const { return object_.load(std::memory_order_relaxed); }
  // Known for as long as there is a wrapper, beyond the object's own life.
  uint64_t instance_id() const { return instance_id_; }
  const EngineClass *type() const { return type_; }
  bool scripted() const { return scripted_; }

  v8::Local<v8::Object> wrapper(v8::Isolate *isolate) const { return wrapper_.Get(isolate); }
  bool has_wrapper() const { return !wrapper_.IsEmpty(); }
  // The wrapper, for JavaScript that gets the object from the engine.
  v8::Local<v8::Object> hand_out(v8::Isolate *isolate) {
    handed_out_ = true;
    if (left_to_engine_) take_back();
    return wrapper(isolate);
  }
  // Ties a new wrapper to the object, and for a RefCounted takes one reference.
  void set_wrapper(v8::Isolate *isolate, v8::Local<v8::Object> wrapper, const EngineClass *type);

  // What other threads set from now on waits until the object has its wrapper. Before anybody else
  // knows of the object.
  void store_values() { stored_values_ = std::make_unique<StoredValues>(); }
  // Null where the wrapper was made along with the object. Any thread.
  StoredValues *stored_values() const { return stored_values_.get(); }

  // The wrapper has state from now on.
  void keep();
  // Gives up the reference to a RefCounted, which may free it. The wrapper stays.
  void let_go() { const engine::Variant last = std::move(held_); }
  // The same, until the engine hands the object out; not where it has done so already.
  void leave_to_engine();

  // Frees an object that the engine has asked for and does not get, unless somebody else holds it.
  void discard();
  // Frees the object, and with it this binding. False where the engine emits one of its signals.
  bool destroy();

  // Releases what the garbage collector has left since the last call, and follows changes that
  // other threads have made. Main thread, outside of garbage collection; may free engine objects.
  static void settle();
  // At exit: drops every reference of JavaScript's side.
  static void release_all();

  // With the hash of RefCounted.get_reference_count.
  static void set_up(int64_t get_reference_count);

 private:
  explicit ObjectBinding(GDExtensionObjectPtr object);
  ~ObjectBinding();

  static const GDExtensionInstanceBindingCallbacks callbacks_;
  static void *on_create(void *token, void *object);
  static void on_free(void *token, void *object, void *binding);
  static GDExtensionBool on_reference(void *token, void *binding, GDExtensionBool added);
  static void on_collected(const v8::WeakCallbackInfo<ObjectBinding> &info);
  bool held_by_others();
  void take_back();
  void follow_strength();
  void queue();
  void queue_locked();

  std::atomic<GDExtensionObjectPtr> object_;
  uint64_t instance_id_ = 0;
  const EngineClass *type_ = nullptr;
  v8::Global<v8::Object> wrapper_;
  engine::Variant held_;
  std::unique_ptr<StoredValues> stored_values_;
  bool scripted_ = false;
  bool ref_counted_ = false;
  bool in_destruction_ = false;
  bool handed_out_ = false;
  bool left_to_engine_ = false;
  std::atomic<bool> kept_ = false;
  // Guarded by the queue's mutex, as is the moment in which `object_` becomes null.
  bool queued_ = false;
  ObjectBinding *previous_ = nullptr;
  ObjectBinding *next_ = nullptr;
};

}  // namespace godot_ts::bridge
