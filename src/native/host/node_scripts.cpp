// Some builds of libnode (Debian's) read a few of Node's own scripts from an absolute path of the
// system and abort the process where they are missing. They open them with uv_fs_open: this library
// exports a function of that name, which comes first in libnode's symbol search, and sends those
// paths to the copies that the addon carries.
#include "host/node_scripts.h"

#include <dlfcn.h>

#include <cstring>

#include "uv.h"

namespace godot_ts::host {
namespace {

std::string folder;
constexpr const char kSystemFolder[] = "/usr/share/nodejs/";

}  // namespace

void set_node_scripts_folder(const std::string &path) { folder = path; }

}  // namespace godot_ts::host

// Runs on any thread that libnode opens files from.
extern "C" __attribute__((visibility("default"))) int uv_fs_open(uv_loop_t *loop, uv_fs_t *request,
                                                                 const char *path, int flags,
                                                                 int mode, uv_fs_cb callback) {
  using namespace godot_ts::host;
  static const auto real = reinterpret_cast<decltype(&uv_fs_open)>(dlsym(RTLD_NEXT, "uv_fs_open"));
  constexpr size_t kPrefix = sizeof(kSystemFolder) - 1;
  if (!folder.empty() && flags == UV_FS_O_RDONLY &&
      std::strncmp(path, kSystemFolder, kPrefix) == 0) {
    const std::string shipped = folder + "/" + (path + kPrefix);
    const int result = real(loop, request, shipped.c_str(), flags, mode, callback);
    if (result >= 0) return result;
    uv_fs_req_cleanup(request);
  }
  return real(loop, request, path, flags, mode, callback);
}
