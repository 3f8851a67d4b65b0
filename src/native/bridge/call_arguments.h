// The arguments of a call from the engine into JavaScript.
#pragma once

#include <array>
#include <vector>

#include "bridge/convert.h"
#include "v8.h"

namespace godot_ts::bridge {

// A list of values in V8's handles, for `Function::Call`. Short ones need no memory of their own.
class CallArguments {
 public:
  explicit CallArguments(size_t size) : size_(size) {
    if (size > kFew) many_.resize(size);
  }
  v8::Local<v8::Value> &operator[](size_t index) { return data()[index]; }
  v8::Local<v8::Value> *data() { return size_ > kFew ? many_.data() : few_.data(); }
  int size() const { return static_cast<int>(size_); }

 private:
  static constexpr size_t kFew = 6;
  size_t size_;
  std::array<v8::Local<v8::Value>, kFew> few_;
  std::vector<v8::Local<v8::Value>> many_;
};

}  // namespace godot_ts::bridge
