// Values that were let go where the engine must not be called: inside garbage collection, or on
// another thread.
#pragma once

#include "engine/values.h"

namespace godot_ts::bridge {

// Any thread, also during garbage collection.
void release_later(engine::Variant value);
// Releases them. Main thread, outside of garbage collection; may free engine objects.
void release_now();

}  // namespace godot_ts::bridge
