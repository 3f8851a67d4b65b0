// Texts that cross again and again (names, constants, what a getter returns each frame) are
// converted once: to find one costs 10 ns, to convert 40 characters 60.
//
// A text is kept from the second time it is met, in a table of fixed size, until another takes its
// place. `Value` is String or StringName. Main thread.
#pragma once

#include <array>
#include <cstdint>

#include "v8.h"

namespace godot_ts::bridge {

constexpr size_t kCachedTexts = 512;
// Longer texts seldom repeat, and would keep much memory.
constexpr int kLongestCachedText = 1024;

// From JavaScript to the engine, by the text's hash, which V8 keeps with it.
template <typename Value>
class ValuesByText {
 public:
  // The value for a text; `convert()` makes one that is not kept.
  template <typename Convert>
  Value get(v8::Isolate *isolate, v8::Local<v8::String> text, Convert convert) {
    if (text->Length() > kLongestCachedText) return convert();
    const int hash = text->GetIdentityHash();
    Entry &entry = entries_[static_cast<uint32_t>(hash) % kCachedTexts];
    if (entry.text == text) return entry.value;
    Value value = convert();
    if (entry.last_met == hash) {
      entry.text.Reset(isolate, text);
      entry.value = value;
    }
    entry.last_met = hash;
    return value;
  }

  void release() {
    for (Entry &entry : entries_) {
      entry.text.Reset();
      entry.value = Value();
    }
  }

 private:
  struct Entry {
    v8::Global<v8::String> text;
    Value value;
    int last_met = 0;
  };
  std::array<Entry, kCachedTexts> entries_;
};

// From the engine to JavaScript, by the address of the value's shared data, which stays its own for
// as long as the value is kept.
template <typename Value>
class TextsByValue {
 public:
  // The text for a value; `convert()` makes one that is not kept.
  template <typename Convert>
  v8::Local<v8::String> get(v8::Isolate *isolate, const Value &value, Convert convert) {
    Entry &entry = entries_[(value.id() >> 5) % kCachedTexts];
    if (entry.value.id() == value.id() && !entry.text.IsEmpty()) return entry.text.Get(isolate);
    const v8::Local<v8::String> text = convert();
    if (entry.last_met == value.id() && text->Length() <= kLongestCachedText) {
      entry.text.Reset(isolate, text);
      entry.value = value;
    }
    entry.last_met = value.id();
    return text;
  }

  void release() {
    for (Entry &entry : entries_) {
      entry.text.Reset();
      entry.value = Value();
    }
  }

 private:
  struct Entry {
    v8::Global<v8::String> text;
    Value value;
    uint64_t last_met = 0;
  };
  std::array<Entry, kCachedTexts> entries_;
};

}  // namespace godot_ts::bridge
