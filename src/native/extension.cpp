// What the engine loads: starts Node when the scene classes are there, and stops it before they go.
#include <dlfcn.h>

#include <filesystem>
#include <string>

#include "bridge/hooks.h"
#include "bridge/native_module.h"
#include "bridge/registered_class.h"
#include "engine/interface.h"
#include "host/boot_script.h"
#include "host/node_host.h"
#include "host/node_scripts.h"

namespace godot_ts {
namespace {

using engine::api;
using host::node_host;

void print_error(const std::string &description, const std::string &message) {
  api.print_error_with_message(description.c_str(), message.c_str(), "godot-ts", "", 0, true);
}

std::string own_folder() {
  Dl_info info;
  dladdr(reinterpret_cast<void *>(&own_folder), &info);
  return std::filesystem::path(info.dli_fname).parent_path().string();
}

void on_frame() {
  // Hot: what JavaScript runs costs an idle game 20 µs a frame, since other code has filled the
  // caches.
  if (!node_host().running() || (!bridge::is_unsettled() && !node_host().is_awake())) return;
  const host::EnterScope scope;
  bridge::settle();
  bridge::call_hook(bridge::Hooks::frame);
}

// While the engine is whole: what JavaScript still holds may need any part of it to be freed, the
// editor's included.
void stop() {
  if (!node_host().running()) return;
  {
    const host::EnterScope scope;
    bridge::call_hook(bridge::Hooks::shutdown);
    // The game's own exit handlers may use the engine.
    node_host().emit_exit();
    bridge::release_everything();
  }
  node_host().stop();
}

void start() {
  host::set_node_scripts_folder(own_folder() + "/node");
  node_host().on_exit([](int code) {
    const host::EnterScope scope;
    bridge::call_hook(bridge::Hooks::exit, {v8::Integer::New(scope.isolate(), code)});
  });
  host::NodeHost::Options options;
  options.args = {std::filesystem::read_symlink("/proc/self/exe").string()};
  options.boot_script = host::kBootScript;
  options.bind = &bridge::fill_native_module;
  const std::string problem = node_host().start(options);
  if (!problem.empty()) print_error("godot-ts could not start", problem);
  const GDExtensionMainLoopCallbacks callbacks{nullptr, &stop, &on_frame};
  api.register_main_loop_callbacks(engine::library, &callbacks);
}

void initialize(void *, GDExtensionInitializationLevel level) {
  if (level == GDEXTENSION_INITIALIZATION_SCENE) start();
  if (level < GDEXTENSION_INITIALIZATION_SCENE || !node_host().running()) return;
  const host::EnterScope scope;
  bridge::call_hook(bridge::Hooks::initialize, {v8::Integer::New(scope.isolate(), level)});
}

void deinitialize(void *, GDExtensionInitializationLevel level) {
  if (level != GDEXTENSION_INITIALIZATION_SCENE) return;
  // An engine that did not get as far as its main loop has not asked for it.
  stop();
  bridge::RegisteredClass::unregister_all();
}

}  // namespace
}  // namespace godot_ts

extern "C" __attribute__((visibility("default"))) GDExtensionBool godot_ts_init(
    GDExtensionInterfaceGetProcAddress get_proc_address, GDExtensionClassLibraryPtr library,
    GDExtensionInitialization *initialization) {
  using namespace godot_ts;
  if (const char *missing = engine::load_interface(get_proc_address, library)) {
    std::fprintf(stderr, "godot-ts needs Godot 4.5 or newer: this engine lacks %s\n", missing);
    return false;
  }
  initialization->minimum_initialization_level = GDEXTENSION_INITIALIZATION_SCENE;
  initialization->initialize = &initialize;
  initialization->deinitialize = &deinitialize;
  return true;
}
