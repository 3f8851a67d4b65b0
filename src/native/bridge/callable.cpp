#include "bridge/callable.h"

#include <atomic>
#include <mutex>
#include <vector>

#include "bridge/call_arguments.h"
#include "bridge/convert.h"
#include "bridge/fast_call.h"
#include "bridge/hooks.h"
#include "bridge/running_call.h"
#include "bridge/strings.h"
#include "host/node_host.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::Variant;
using host::node_host;

char token;

struct JsCallable {
  v8::Global<v8::Function> function;
  v8::Global<v8::Function> on_freed;
  // The function's: other threads compare by it.
  uint32_t id;
  // Whose code it is, by instance id.
  uint64_t owner_id;
  // Of an inline dispatcher.
  v8::Global<v8::Function> dispatch_ambient{};
  JsCallable *previous = nullptr;
  JsCallable *next = nullptr;
};

// All that live, to let go of their functions at exit. Main thread.
JsCallable *first = nullptr;

// A call from another thread. Its target lives on until the queue is empty.
struct QueuedCall {
  JsCallable *target;
  std::vector<Variant> arguments;
};

std::mutex queue_mutex;
std::vector<QueuedCall> queued_calls;
std::vector<JsCallable *> queued_frees;
std::atomic<bool> queue_has_entries = false;
bool running_queue = false;
// JavaScript is gone for good: nothing is queued any more.
bool is_closed = false;

std::string name_of(v8::Isolate *isolate, v8::Local<v8::Function> function) {
  const std::string name = to_utf8(isolate, function->GetName());
  return name.empty() ? "(anonymous function)" : name;
}

// The number of a function, given on first use.
uint32_t id_of(v8::Isolate *isolate, v8::Local<v8::Function> function) {
  static v8::Eternal<v8::Private> eternal(
      isolate, v8::Private::ForApi(isolate, key(isolate, "godot_ts:callable")));
  static uint32_t last = 0;
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const v8::Local<v8::Private> mark = eternal.Get(isolate);
  v8::Local<v8::Value> known;
  if (function->GetPrivate(context, mark).ToLocal(&known) && known->IsUint32()) {
    return known.As<v8::Uint32>()->Value();
  }
  last++;
  function->SetPrivate(context, mark, v8::Integer::NewFromUnsigned(isolate, last)).Check();
  return last;
}

// An answer is wanted at once or never: it cannot be known beforehand whether one is, so that is
// told when there is one.
void report_lost_answer(v8::Isolate *isolate, v8::Local<v8::Function> function,
                        v8::Local<v8::Value> answer) {
  const v8::TryCatch try_catch(isolate);
  const std::string name = name_of(isolate, function);
  throw_type_error(
      isolate, name +
                   " was called on another thread, which got null and went on: it ran on the "
                   "main thread, and what it returned, " +
                   describe(isolate, answer) +
                   ", came too late. Let it return nothing and hand its answer on, by a signal or "
                   "a property, or have it called on the main thread");
  report_exception(try_catch, name);
}

CallArguments convert(v8::Isolate *isolate, const GDExtensionConstVariantPtr *arguments,
                      int64_t count) {
  CallArguments result(static_cast<size_t>(count));
  for (int i = 0; i < result.size(); i++) {
    result[static_cast<size_t>(i)] = from_variant(isolate, Variant::at(arguments[i]));
  }
  return result;
}

void dispatch_inline(v8::Isolate *isolate, JsCallable *self,
                     const GDExtensionConstVariantPtr *arguments, int64_t count) {
  const OwnTurn turn;
  const v8::Local<v8::Function> function = self->function.Get(isolate);
  // Hot: as a microtask it enters JavaScript once, where to call it, and then run the microtasks,
  // would enter twice.
  if (count > 1 || node_host().runs_microtasks()) {
    const v8::TryCatch try_catch(isolate);
    CallArguments argv = convert(isolate, arguments, count);
    if (node_host().call(function, v8::Undefined(isolate), argv.size(), argv.data()).IsEmpty()) {
      report_exception(try_catch, name_of(isolate, function));
    }
  } else if (count == 1) {
    node_host().queue_microtask(self->dispatch_ambient.Get(isolate),
                                from_variant(isolate, Variant::at(arguments[0])));
  } else {
    node_host().queue_microtask(function);
  }
  node_host().run_microtasks();
}

enum class Caller { kWaits, kHasGoneOn };

void call_now(JsCallable *self, const GDExtensionConstVariantPtr *arguments, int64_t count,
              Variant *result, Caller caller) {
  if (!node_host().running() || self->function.IsEmpty() || FastCall::refused()) return;
  const host::EnterScope scope;
  v8::Isolate *isolate = scope.isolate();
  if (!self->dispatch_ambient.IsEmpty()) {
    dispatch_inline(isolate, self, arguments, count);
    return;
  }
  const v8::TryCatch try_catch(isolate);
  const v8::Local<v8::Function> function = self->function.Get(isolate);
  CallArguments argv = convert(isolate, arguments, count);
  const RunningCall running(self->owner_id);
  v8::Local<v8::Value> value;
  const bool returned =
      node_host().call(function, v8::Undefined(isolate), argv.size(), argv.data()).ToLocal(&value);
  // A promise is for JavaScript alone: the engine gets nil.
  if (returned && (value->IsNullOrUndefined() || value->IsPromise())) return;
  if (returned && caller == Caller::kHasGoneOn) {
    report_lost_answer(isolate, function, value);
    return;
  }
  if (returned && to_variant(isolate, value, result)) return;
  report_exception(try_catch, name_of(isolate, function));
}

// Any thread.
void on_call(void *userdata, const GDExtensionConstVariantPtr *arguments, GDExtensionInt count,
             GDExtensionVariantPtr result, GDExtensionCallError *error) {
  error->error = GDEXTENSION_CALL_OK;
  auto *self = static_cast<JsCallable *>(userdata);
  if (node_host().on_main_thread()) {
    // It is nil, and stays so where there is no answer.
    call_now(self, arguments, count, static_cast<Variant *>(result), Caller::kWaits);
    return;
  }
  QueuedCall call{self, {}};
  for (int64_t i = 0; i < count; i++) call.arguments.push_back(Variant::copy_of(arguments[i]));
  const std::lock_guard lock(queue_mutex);
  if (is_closed) return;
  queued_calls.push_back(std::move(call));
  queue_has_entries = true;
}

void free_now(JsCallable *self) {
  (self->previous == nullptr ? first : self->previous->next) = self->next;
  if (self->next != nullptr) self->next->previous = self->previous;
  if (node_host().running() && !self->on_freed.IsEmpty()) {
    const host::EnterScope scope;
    call_hook(self->on_freed);
  }
  delete self;
}

// Any thread.
void on_free(void *userdata) {
  auto *self = static_cast<JsCallable *>(userdata);
  {
    const std::lock_guard lock(queue_mutex);
    if (!node_host().on_main_thread() || running_queue || !queued_calls.empty() ||
        FastCall::refused()) {
      queued_frees.push_back(self);
      queue_has_entries = true;
      return;
    }
  }
  free_now(self);
}

// Any thread.
uint32_t on_hash(void *userdata) { return static_cast<JsCallable *>(userdata)->id; }

// Any thread.
GDExtensionBool on_equal(void *a, void *b) {
  return static_cast<JsCallable *>(a)->id == static_cast<JsCallable *>(b)->id;
}

GDExtensionBool on_less_than(void *a, void *b) { return a < b; }

GDExtensionBool on_is_valid(void *userdata) {
  return !static_cast<JsCallable *>(userdata)->function.IsEmpty();
}

void on_to_string(void *userdata, GDExtensionBool *is_valid, GDExtensionStringPtr out) {
  *is_valid = node_host().on_main_thread() && node_host().running() && on_is_valid(userdata);
  if (!*is_valid) return;
  const host::EnterScope scope;
  const auto function = static_cast<JsCallable *>(userdata)->function.Get(scope.isolate());
  *static_cast<engine::String *>(out) =
      engine::String("TypeScript::" + name_of(scope.isolate(), function));
}

JsCallable *make(v8::Isolate *isolate, v8::Local<v8::Function> function,
                 v8::Local<v8::Function> on_freed) {
  return new JsCallable{v8::Global<v8::Function>(isolate, function),
                        v8::Global<v8::Function>(isolate, on_freed), id_of(isolate, function),
                        RunningCall::owner_id()};
}

Variant hand_over(JsCallable *self) {
  self->next = first;
  if (first != nullptr) first->previous = self;
  first = self;
  GDExtensionCallableCustomInfo2 info{};
  info.callable_userdata = self;
  info.token = &token;
  info.call_func = &on_call;
  info.is_valid_func = &on_is_valid;
  info.free_func = &on_free;
  info.hash_func = &on_hash;
  info.equal_func = &on_equal;
  info.less_than_func = &on_less_than;
  info.to_string_func = &on_to_string;
  engine::AnyValue callable(GDEXTENSION_VARIANT_TYPE_CALLABLE);
  api.callable_custom_create2(callable.ptr(), &info);
  return Variant::from_typed(GDEXTENSION_VARIANT_TYPE_CALLABLE, callable.ptr());
}

}  // namespace

Variant make_callable(v8::Isolate *isolate, v8::Local<v8::Function> function,
                      v8::Local<v8::Function> on_freed, Hold hold) {
  JsCallable *self = make(isolate, function, on_freed);
  if (hold == Hold::kWeak) self->function.SetWeak();
  return hand_over(self);
}

Variant make_inline_dispatcher(v8::Isolate *isolate, const InlineDispatcher &dispatcher,
                               v8::Local<v8::Function> on_freed) {
  JsCallable *self = make(isolate, dispatcher.dispatch, on_freed);
  self->dispatch_ambient.Reset(isolate, dispatcher.dispatch_ambient);
  return hand_over(self);
}

v8::Local<v8::Function> function_of(v8::Isolate *isolate, const Variant &callable) {
  const auto *self = static_cast<JsCallable *>(api.callable_custom_get_userdata(
      Variant::data_of(const_cast<void *>(callable.ptr())), &token));
  return self == nullptr ? v8::Local<v8::Function>() : self->function.Get(isolate);
}

bool has_queued_calls() { return queue_has_entries; }

void run_queued_calls() {
  if (!queue_has_entries || running_queue) return;
  std::vector<QueuedCall> calls;
  {
    const std::lock_guard lock(queue_mutex);
    calls.swap(queued_calls);
    running_queue = true;
  }
  for (const QueuedCall &call : calls) {
    std::vector<GDExtensionConstVariantPtr> arguments;
    for (const Variant &argument : call.arguments) arguments.push_back(argument.ptr());
    Variant unused;
    call_now(call.target, arguments.data(), static_cast<int64_t>(arguments.size()), &unused,
             Caller::kHasGoneOn);
  }
  std::vector<JsCallable *> frees;
  {
    const std::lock_guard lock(queue_mutex);
    running_queue = false;
    // One that was called again meanwhile is freed the next time.
    if (queued_calls.empty()) frees.swap(queued_frees);
    queue_has_entries = !queued_calls.empty();
  }
  for (JsCallable *self : frees) free_now(self);
}

void release_callables() {
  std::vector<QueuedCall> calls;
  std::vector<JsCallable *> frees;
  {
    const std::lock_guard lock(queue_mutex);
    is_closed = true;
    calls.swap(queued_calls);
    frees.swap(queued_frees);
    queue_has_entries = false;
  }
  for (JsCallable *self = first; self != nullptr; self = self->next) {
    self->function.Reset();
    self->on_freed.Reset();
    self->dispatch_ambient.Reset();
  }
  for (JsCallable *self : frees) free_now(self);
}

}  // namespace godot_ts::bridge
