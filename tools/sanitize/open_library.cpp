// Preloaded into Godot, before the sanitizers: which library it opens, and how.
#include <dlfcn.h>

#include <cstdlib>
#include <string>
#include <string_view>

// Any thread. Godot opens extensions with RTLD_DEEPBIND, by which they would pass the sanitizers'
// malloc by.
extern "C" __attribute__((visibility("default"))) void *dlopen(const char *path, int mode) {
  static const auto next = reinterpret_cast<decltype(&dlopen)>(dlsym(RTLD_NEXT, "dlopen"));
  static const std::string_view name = "/libgodot_ts.so";
  const bool is_ours = path != nullptr && std::string_view(path).ends_with(name);
  return next(is_ours ? std::getenv("GODOT_TS_SANITIZED_LIBRARY") : path, mode & ~RTLD_DEEPBIND);
}
