// When that is released which JavaScript has let go of: at the end of each frame, and sooner where
// much of it has gathered.
#pragma once

#include <atomic>

namespace godot_ts::bridge {

// What waits: values (deferred_release.h) and bindings (object_binding.h).
inline std::atomic<int> garbage_count = 0;

// One thing more waits. Any thread, also during garbage collection.
inline void count_garbage() { garbage_count.fetch_add(1, std::memory_order_relaxed); }

// Releases it. Main thread, outside of garbage collection; may free engine objects, and so re-enter
// JavaScript.
void settle_garbage();

// For whoever gives JavaScript a new object, as the last thing: a loop may make a million of them
// in one frame.
inline void settle_much_garbage() {
  constexpr int kMuch = 1024;
  if (garbage_count.load(std::memory_order_relaxed) >= kMuch) settle_garbage();
}

}  // namespace godot_ts::bridge
