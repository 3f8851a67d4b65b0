// Node inside the engine's process: started once, turned by the driver, stopped with the engine.
//
// V8 can't be initialised twice in a process, so neither can this. All of it runs on the main
// thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "node.h"
#include "uv.h"

namespace godot_ts::host {

class NodeHost {
 public:
  struct Options {
    // process.argv; the first is the running program.
    std::vector<std::string> args;
    // Run before anything else, as a function of (process, require).
    std::string boot_script;
    // Given to the boot script as `process._linkedBinding("godot_ts")`.
    node::addon_context_register_func bind;
  };

  // Starts Node. Returns what went wrong, or an empty string.
  std::string start(const Options &options);
  // Runs the handlers of process.on("exit").
  void emit_exit();
  // Frees everything, after emit_exit. JavaScript can't be called afterwards.
  void stop();

  bool running() const { return setup_ != nullptr; }
  bool on_main_thread() const { return std::this_thread::get_id() == main_thread_; }

  v8::Isolate *isolate() const { return isolate_; }
  v8::Local<v8::Context> context() const { return context_.Get(isolate_); }

  // One turn of Node's event loop that never waits: what is due runs, each callback with its own
  // microtasks. May re-enter JavaScript.
  void turn_io();
  // Whether JavaScript has run since the last drain, other than the call that asks. What it left
  // for later (microtasks, process.nextTick) waits for a drain.
  bool needs_drain();
  // JavaScript has nothing to run and waits for nothing: until it is entered again, or its event
  // loop has something, nobody has to look at it.
  void rest() { rests_ = true; }
  // Whether JavaScript has to be looked at, at the end of a frame.
  bool is_awake() { return !rests_ || is_io_due(); }
  void note_entry() { rests_ = false; }
  // Calls `function` in a callback scope: when it has returned, Node runs process.nextTick, the
  // microtasks and the unhandled rejections. May re-enter JavaScript.
  v8::MaybeLocal<v8::Value> drain(v8::Local<v8::Function> function);
  // Runs the microtasks now. Harmless where they are running already.
  void run_microtasks();
  bool runs_microtasks() const { return microtasks_->IsRunningMicrotasks(); }
  void queue_microtask(v8::Local<v8::Function> function) {
    microtasks_->EnqueueMicrotask(isolate_, function);
  }
  // The value is ambient for the function, in place of what is ambient now.
  void queue_microtask(v8::Local<v8::Function> function, v8::Local<v8::Value> ambient);

  // Calls `function` from the engine. What it throws is left to `try_catch`. A process.exit() in
  // there has unwound all JavaScript when the outermost call returns.
  v8::MaybeLocal<v8::Value> call(v8::Local<v8::Function> function, v8::Local<v8::Value> receiver,
                                 int argc, v8::Local<v8::Value> argv[]);

  // Called with the code of process.exit() once no JavaScript is left on the stack.
  void on_exit(std::function<void(int)> handler) { exit_handler_ = std::move(handler); }

 private:
  void request_exit(int code);
  bool is_io_due();
  void leave_javascript();

  std::shared_ptr<node::InitializationResult> process_;
  std::unique_ptr<node::MultiIsolatePlatform> platform_;
  std::unique_ptr<node::CommonEnvironmentSetup> setup_;
  v8::Isolate *isolate_ = nullptr;
  std::unique_ptr<v8::Locker> locker_;
  // Hot: Node's own would be a call and a handle each time.
  v8::Eternal<v8::Context> context_;
  v8::MicrotaskQueue *microtasks_ = nullptr;
  v8::Global<v8::Object> drain_resource_;
  // The loop does nothing while no handle is alive, so that unreferenced timers never fire.
  uv_async_t keep_alive_;
  // File descriptors and handles of Node's own, while there is no socket, timer or worker of the
  // game's.
  unsigned int own_watchers_ = 0;
  unsigned int own_handles_ = 0;
  unsigned int turns_ = 0;
  // Calls from the engine since the last drain.
  int entries_ = 0;
  bool rests_ = false;
  std::thread::id main_thread_;
  std::function<void(int)> exit_handler_;
  int depth_ = 0;
  bool exit_requested_ = false;
  int exit_code_ = 0;
};

// The one of this process.
NodeHost &node_host();

// What every entry from the engine into JavaScript opens: handles of its own. The context is
// entered for as long as Node runs.
class EnterScope {
 public:
  EnterScope() : handles_(node_host().isolate()) { node_host().note_entry(); }
  v8::Isolate *isolate() const { return node_host().isolate(); }

 private:
  v8::HandleScope handles_;
};

}  // namespace godot_ts::host
