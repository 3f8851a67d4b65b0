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

alignas(kSharedSlotSize) inline unsigned char shared_buffer[kSharedBufferSize];

inline unsigned char *shared_argument(size_t index) {
  return shared_buffer + (1 + index) * kSharedSlotSize;
}
// Copies `Size` bytes of a slot. Hot: word by word, as JavaScript has just laid numbers there. A
// wider load would wait until the processor has written them to memory, which takes 10 ns.
template <size_t Size>
void copy_from_slot(unsigned char *to, const unsigned char *slot) {
  using Word [[gnu::may_alias]] = uint64_t;
  static_assert(Size % sizeof(Word) == 0);
  const auto *words = reinterpret_cast<const volatile Word *>(slot);
  for (size_t i = 0; i < Size / sizeof(Word); i++) reinterpret_cast<Word *>(to)[i] = words[i];
}

inline int32_t &shared_status() {
  return *reinterpret_cast<int32_t *>(shared_argument(kSharedArguments));
}

}  // namespace godot_ts::bridge
