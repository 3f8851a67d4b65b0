#include "bridge/deferred_release.h"

#include <atomic>
#include <mutex>
#include <vector>

#include "bridge/settle.h"

namespace godot_ts::bridge {
namespace {

std::mutex mutex;
std::vector<engine::Variant> values;
std::atomic<bool> any = false;

}  // namespace

void release_later(engine::Variant value) {
  const std::lock_guard lock(mutex);
  values.push_back(std::move(value));
  any = true;
  count_garbage();
}

void release_now() {
  while (any) {
    std::vector<engine::Variant> taken;
    {
      const std::lock_guard lock(mutex);
      taken.swap(values);
      any = false;
    }
  }
}

}  // namespace godot_ts::bridge
