#include "bridge/settle.h"

#include "bridge/deferred_release.h"
#include "bridge/object_binding.h"

namespace godot_ts::bridge {

void settle_garbage() {
  garbage_count = 0;
  release_now();
  ObjectBinding::settle();
}

}  // namespace godot_ts::bridge
