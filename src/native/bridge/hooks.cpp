#include "bridge/hooks.h"

#include <vector>

#include "bridge/strings.h"
#include "engine/interface.h"
#include "host/node_host.h"

namespace godot_ts::bridge {

#define GODOT_TS_HOOK(name) v8::Global<v8::Function> Hooks::name;
GODOT_TS_HOOKS(GODOT_TS_HOOK)
#undef GODOT_TS_HOOK

void Hooks::set(v8::Isolate *isolate, v8::Local<v8::Object> object) {
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const auto take = [&](v8::Global<v8::Function> &hook, const char *name) {
    v8::Local<v8::Value> value;
    if (!object->Get(context, key(isolate, name)).ToLocal(&value)) return false;
    if (!value->IsFunction()) {
      throw_type_error(isolate, std::string("setHooks: ") + name + " must be a function");
      return false;
    }
    hook.Reset(isolate, value.As<v8::Function>());
    return true;
  };
#define GODOT_TS_HOOK(name) \
  if (!take(name, #name)) return;
  GODOT_TS_HOOKS(GODOT_TS_HOOK)
#undef GODOT_TS_HOOK
}

void Hooks::release() {
#define GODOT_TS_HOOK(name) name.Reset();
  GODOT_TS_HOOKS(GODOT_TS_HOOK)
#undef GODOT_TS_HOOK
}

v8::MaybeLocal<v8::Value> call_hook(const v8::Global<v8::Function> &hook,
                                    std::initializer_list<v8::Local<v8::Value>> arguments) {
  host::NodeHost &host = host::node_host();
  if (!host.running() || hook.IsEmpty()) return {};
  v8::Isolate *isolate = host.isolate();
  const v8::TryCatch try_catch(isolate);
  std::vector<v8::Local<v8::Value>> argv(arguments);
  const auto result = host.call(hook.Get(isolate), v8::Undefined(isolate),
                                static_cast<int>(argv.size()), argv.data());
  if (result.IsEmpty() && &hook != &Hooks::report) report_exception(try_catch, "godot-ts");
  return result;
}

void report_exception(const v8::TryCatch &try_catch, std::string_view where) {
  if (!try_catch.HasCaught() || try_catch.HasTerminated()) return;
  v8::Isolate *isolate = host::node_host().isolate();
  const v8::Local<v8::Value> error = try_catch.Exception();
  if (!call_hook(Hooks::report, {error, to_js(isolate, where)}).IsEmpty()) return;
  engine::api.print_script_error_with_message("Uncaught exception", to_utf8(isolate, error).c_str(),
                                              std::string(where).c_str(), "", 0, false);
}

}  // namespace godot_ts::bridge
