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
    // The property, where it is known.
    engine::StringName property;
    // What is to be called with the arguments: the userdata of a setter. Null where the property is
    // to be set by its name.
    void *setter;
    // The value, last.
    std::vector<engine::Variant> arguments;
  };

  // Keeps a value. False when the half is built: nobody would look here any more. Any thread.
  bool add(Entry entry);
  // Finds what was last kept of a property. Any thread.
  bool find(const engine::StringName &property, engine::Variant *value);
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
