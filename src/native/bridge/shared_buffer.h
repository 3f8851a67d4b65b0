// `native.sharedBuffer`: through it numbers and math values cross, without an object for each.
//
// The first slot is for results, the next for the arguments in order, each as the engine keeps it.
// Whoever lays something there has it taken out before JavaScript runs again. Main thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace godot_ts::bridge {

constexpr size_t kSharedSlotSize = 64;
// The most that numbers and vectors take of a slot.
constexpr size_t kSmallValue = 16;
// One for the result, the arguments, and one for the status of a direct call.
constexpr size_t kSharedArguments = 14;
constexpr size_t kSharedBufferSize = (1 + kSharedArguments + 1) * kSharedSlotSize;

alignas(8) inline unsigned char shared_buffer[kSharedBufferSize];

inline unsigned char *shared_argument(size_t index) {
  return shared_buffer + (1 + index) * kSharedSlotSize;
}
inline int32_t &shared_status() {
  return *reinterpret_cast<int32_t *>(shared_argument(kSharedArguments));
}

}  // namespace godot_ts::bridge
