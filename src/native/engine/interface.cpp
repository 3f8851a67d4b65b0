#include "engine/interface.h"

namespace godot_ts::engine {

Interface api;
GDExtensionClassLibraryPtr library = nullptr;

const char *load_interface(GDExtensionInterfaceGetProcAddress get_proc_address,
                           GDExtensionClassLibraryPtr own_library) {
  library = own_library;
#define GODOT_TS_LOAD(name, Type)                          \
  api.name = reinterpret_cast<GDExtensionInterface##Type>( \
      reinterpret_cast<void *>(get_proc_address(#name)));  \
  if (api.name == nullptr) return #name;
  GODOT_TS_INTERFACE(GODOT_TS_LOAD)
#undef GODOT_TS_LOAD
  return nullptr;
}

}  // namespace godot_ts::engine
