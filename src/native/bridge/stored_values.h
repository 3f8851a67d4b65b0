// What another thread has set of an object whose JavaScript half is not built yet: the values that
// a scene or a resource stores, when it is loaded in the background.
#pragma once

#include <mutex>
#include <vector>

#include "engine/values.h"

namespace godot_ts::bridge {

class StoredValues {
 public:
  struct Entry {
    // What is to be called with the value: the userdata of the setter.
    void *setter;
    // The name of the property, by StringName::id.
    uint64_t property;
    engine::Variant value;
  };

  // Keeps a value. False when the half is built: nobody would look here any more. Any thread.
  bool add(const Entry &entry);
  // Finds what was last kept of a property. Any thread.
  bool find(uint64_t property, engine::Variant *value);
  // Whether values are kept still. Any thread.
  bool is_open();
  // Takes all, in the order they were set, when the half is built. From then on none are kept.
  std::vector<Entry> take();

 private:
  std::mutex mutex_;
  bool is_open_ = true;
  std::vector<Entry> entries_;
};

}  // namespace godot_ts::bridge
