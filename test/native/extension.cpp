// What the engine loads: a second extension, as a game may have them beside the
// addon.
#include "class_registration.h"
#include "floors.h"
#include "foreign.h"

namespace foreign {
namespace {

void initialize(void *, GDExtensionInitializationLevel level) {
  if (level != GDEXTENSION_INITIALIZATION_SCENE)
    return;
  register_foreign();
  register_floors();
}

void deinitialize(void *, GDExtensionInitializationLevel level) {
  if (level == GDEXTENSION_INITIALIZATION_SCENE)
    unregister_classes();
}

} // namespace
} // namespace foreign

extern "C" __attribute__((visibility("default"))) GDExtensionBool
foreign_init(GDExtensionInterfaceGetProcAddress get_proc_address,
             GDExtensionClassLibraryPtr library,
             GDExtensionInitialization *initialization) {
  if (godot_ts::engine::load_interface(get_proc_address, library) != nullptr ||
      !foreign::load_more_interface(get_proc_address)) {
    return false;
  }
  initialization->minimum_initialization_level =
      GDEXTENSION_INITIALIZATION_SCENE;
  initialization->initialize = &foreign::initialize;
  initialization->deinitialize = &foreign::deinitialize;
  return true;
}
