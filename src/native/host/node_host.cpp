#include "host/node_host.h"

#include <poll.h>

namespace godot_ts::host {
namespace {

std::string joined(const std::vector<std::string> &lines) {
  std::string result;
  for (const std::string &line : lines) result += (result.empty() ? "" : "; ") + line;
  return result;
}

constexpr auto kProcessFlags =
    // The engine owns the process: its signals, its standard streams, its limits, its arguments.
    node::ProcessInitializationFlags::kNoDefaultSignalHandling |
    node::ProcessInitializationFlags::kNoStdioInitialization |
    node::ProcessInitializationFlags::kNoAdjustResourceLimits |
    node::ProcessInitializationFlags::kNoPrintHelpOrVersionOutput |
    node::ProcessInitializationFlags::kNoUseLargePages |
    node::ProcessInitializationFlags::kDisableNodeOptionsEnv |
    // Its platform is made below, sized for a game.
    node::ProcessInitializationFlags::kNoInitializeNodeV8Platform |
    node::ProcessInitializationFlags::kNoInitializeV8;

// Whether it is set to something.
bool is_in_environment(const char *name) {
  char value[2];
  size_t size = sizeof(value);
  const int error = uv_os_getenv(name, value, &size);
  return error == UV_ENOBUFS || (error == 0 && size > 0);
}

// OpenSSL is started by what first uses it: it takes 2 MB, which most games need not pay. But what
// the environment says about it, Node reads at the start of the process alone.
node::ProcessInitializationFlags::Flags process_flags() {
  const bool is_configured =
      is_in_environment("NODE_EXTRA_CA_CERTS") || is_in_environment("OPENSSL_CONF");
  return static_cast<node::ProcessInitializationFlags::Flags>(
      is_configured ? kProcessFlags
                    : kProcessFlags | node::ProcessInitializationFlags::kNoInitOpenSSL);
}

constexpr auto kEnvironmentFlags = static_cast<node::EnvironmentFlags::Flags>(
    node::EnvironmentFlags::kOwnsProcessState | node::EnvironmentFlags::kOwnsInspector |
    node::EnvironmentFlags::kNoStartDebugSignalHandler |
    node::EnvironmentFlags::kNoWaitForInspectorFrontend);

// Threads for garbage collection and compilation beside the game.
constexpr int kPlatformThreads = 2;

}  // namespace

NodeHost &node_host() {
  static auto *const host = new NodeHost();
  return *host;
}

std::string NodeHost::start(const Options &options) {
  main_thread_ = std::this_thread::get_id();
  process_ = node::InitializeOncePerProcess(options.args, process_flags());
  if (process_->early_return()) return joined(process_->errors());
  platform_ = node::MultiIsolatePlatform::Create(kPlatformThreads);
  v8::V8::InitializePlatform(platform_.get());
  v8::V8::Initialize();

  std::vector<std::string> errors;
  const auto snapshot = node::EmbedderSnapshotData::BuiltinSnapshotData();
  setup_ = node::CommonEnvironmentSetup::CreateFromSnapshot(
      platform_.get(), &errors, snapshot.get(), options.args, std::vector<std::string>(),
      kEnvironmentFlags);
  if (setup_ == nullptr) return joined(errors);

  isolate_ = setup_->isolate();
  locker_ = std::make_unique<v8::Locker>(isolate_);
  isolate_->Enter();
  uv_async_init(setup_->event_loop(), &keep_alive_, nullptr);
  uv_run(setup_->event_loop(), UV_RUN_NOWAIT);
  own_watchers_ = setup_->event_loop()->nfds;
  own_handles_ = setup_->event_loop()->active_handles;

  EnterScope scope;
  context_.Set(isolate_, setup_->context());
  microtasks_ = context()->GetMicrotaskQueue();
  context()->Enter();
  node::SetProcessExitHandler(setup_->env(),
                              [this](node::Environment *, int code) { request_exit(code); });
  node::AddLinkedBinding(setup_->env(), "godot_ts", options.bind, nullptr);
  drain_resource_.Reset(isolate_, v8::Object::New(isolate_));
  v8::TryCatch try_catch(isolate_);
  if (node::LoadEnvironment(setup_->env(), options.boot_script.c_str()).IsEmpty()) {
    const v8::String::Utf8Value message(isolate_, try_catch.Exception());
    return *message == nullptr ? "the boot script failed" : *message;
  }
  return "";
}

void NodeHost::emit_exit() {
  const EnterScope scope;
  node::EmitProcessExit(setup_->env()).IsNothing();
}

void NodeHost::stop() {
  if (!running()) return;
  {
    const EnterScope scope;
    node::Stop(setup_->env());
    context()->Exit();
  }
  drain_resource_.Reset();
  uv_close(reinterpret_cast<uv_handle_t *>(&keep_alive_), nullptr);
  isolate_->Exit();
  locker_.reset();
  setup_.reset();
  isolate_ = nullptr;
  v8::V8::Dispose();
  v8::V8::DisposePlatform();
  platform_.reset();
  node::TearDownOncePerProcess();
}

// Hot: an idle turn of libuv costs 1 µs, this 50 ns. A system call asks for events only where there
// is something of the game's to watch; for the rest (messages from V8's own threads) now and then
// will do.
bool NodeHost::is_io_due() {
  constexpr unsigned int kTurnsBetweenPolls = 16;
  uv_loop_t *loop = setup_->event_loop();
  uv_update_time(loop);
  const bool has_new_watchers = loop->watcher_queue.next != &loop->watcher_queue;
  if (has_new_watchers || uv_backend_timeout(loop) == 0) return true;
  const bool watches = loop->nfds > own_watchers_ || loop->active_handles > own_handles_ ||
                       loop->active_reqs.count > 0;
  if (!watches && ++turns_ % kTurnsBetweenPolls != 0) return false;
  pollfd events{uv_backend_fd(loop), POLLIN, 0};
  return poll(&events, 1, 0) > 0;
}

bool NodeHost::needs_drain() {
  const bool result = entries_ > 1;
  entries_ = 0;
  return result;
}

void NodeHost::turn_io() {
  if (!is_io_due()) return;
  depth_++;
  entries_++;
  uv_run(setup_->event_loop(), UV_RUN_NOWAIT);
  leave_javascript();
}

v8::MaybeLocal<v8::Value> NodeHost::drain(v8::Local<v8::Function> function) {
  v8::EscapableHandleScope handles(isolate_);
  v8::MaybeLocal<v8::Value> result;
  depth_++;
  {
    node::CallbackScope scope(isolate_, drain_resource_.Get(isolate_), {0, 0});
    result = function->Call(isolate_, context(), v8::Undefined(isolate_), 0, nullptr);
  }
  entries_ = 0;
  leave_javascript();
  v8::Local<v8::Value> value;
  return result.ToLocal(&value) ? handles.EscapeMaybe(v8::MaybeLocal<v8::Value>(value)) : result;
}

v8::MaybeLocal<v8::Value> NodeHost::call(v8::Local<v8::Function> function,
                                         v8::Local<v8::Value> receiver, int argc,
                                         v8::Local<v8::Value> argv[]) {
  depth_++;
  entries_++;
  const auto result = function->Call(isolate_, context(), receiver, argc, argv);
  leave_javascript();
  return result;
}

void NodeHost::run_microtasks() {
  depth_++;
  entries_++;
  microtasks_->PerformCheckpoint(isolate_);
  leave_javascript();
}

void NodeHost::queue_microtask(v8::Local<v8::Function> function, v8::Local<v8::Value> ambient) {
  const v8::Local<v8::Value> outer = isolate_->GetContinuationPreservedEmbedderData();
  isolate_->SetContinuationPreservedEmbedderData(ambient);
  microtasks_->EnqueueMicrotask(isolate_, function);
  isolate_->SetContinuationPreservedEmbedderData(outer);
}

// process.exit() must not return to its caller, and must not end the engine under its feet: the
// JavaScript on the stack is terminated, and the engine asked to quit when it has unwound.
void NodeHost::request_exit(int code) {
  exit_requested_ = true;
  exit_code_ = code;
  isolate_->TerminateExecution();
}

void NodeHost::leave_javascript() {
  depth_--;
  if (!exit_requested_) return;
  if (depth_ > 0) {
    // V8 forgets the termination where a callback of the engine's returns to JavaScript.
    isolate_->TerminateExecution();
    return;
  }
  exit_requested_ = false;
  isolate_->CancelTerminateExecution();
  if (exit_handler_) exit_handler_(exit_code_);
}

}  // namespace godot_ts::host
