#include "bridge/stored_values.h"

#include <algorithm>

namespace godot_ts::bridge {

bool StoredValues::add(Entry entry) {
  const std::lock_guard lock(mutex_);
  if (is_open_) entries_.push_back(std::move(entry));
  return is_open_;
}

bool StoredValues::find(const engine::StringName &property, engine::Variant *value) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(entries_.rbegin(), entries_.rend(), [&](const Entry &entry) {
    return entry.property.id() == property.id();
  });
  if (found == entries_.rend()) return false;
  *value = found->arguments.back();
  return true;
}

bool StoredValues::is_open() {
  const std::lock_guard lock(mutex_);
  return is_open_;
}

std::vector<StoredValues::Entry> StoredValues::take() {
  const std::lock_guard lock(mutex_);
  is_open_ = false;
  return std::move(entries_);
}

}  // namespace godot_ts::bridge
