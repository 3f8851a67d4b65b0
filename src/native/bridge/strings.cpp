#include "bridge/strings.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "bridge/string_cache.h"

namespace godot_ts::bridge {
namespace {

// Short texts are copied on the stack, longer ones through the heap.
constexpr int kStackChars = 512;

template <typename Char>
class Buffer {
 public:
  explicit Buffer(int64_t length)
      : heap_(length > kStackChars ? new Char[static_cast<size_t>(length)] : nullptr),
        data_(heap_ ? heap_.get() : stack_) {}
  Char *data() { return data_; }

 private:
  Char stack_[kStackChars];
  std::unique_ptr<Char[]> heap_;
  Char *data_;
};

ValuesByText<engine::String> strings_by_text;
ValuesByText<engine::StringName> names_by_text;
TextsByValue<engine::String> texts_by_string;
TextsByValue<engine::StringName> texts_by_name;

template <typename Unit>
bool is_pair(const Unit *unit, const Unit *end) {
  return (unit[0] & 0xfc00) == 0xd800 && unit + 1 < end && (unit[1] & 0xfc00) == 0xdc00;
}

// The engine's own decoder would end the string at a NUL and complain of a surrogate without its
// other half. Here the first becomes U+FFFD, since no string of the engine's has it, and the other
// stays as it is.
template <typename Unit>
engine::String from_units(const Unit *units, const Unit *end) {
  int64_t length = 0;
  for (const Unit *unit = units; unit < end; unit += is_pair(unit, end) ? 2 : 1) length++;
  return engine::String::of_length(length, [&](char32_t *out) {
    for (const Unit *unit = units; unit < end; unit++) {
      if (is_pair(unit, end)) {
        *out++ = 0x10000 + ((unit[0] & 0x3ffu) << 10) + (unit[1] & 0x3ffu);
        unit++;
      } else {
        *out++ = *unit == 0 ? char32_t{0xfffd} : char32_t{*unit};
      }
    }
  });
}

v8::Local<v8::String> convert(v8::Isolate *isolate, const engine::String &string) {
  const int64_t length = string.length();
  if (length == 0) return v8::String::Empty(isolate);
  const char32_t *chars = string.data();
  const char32_t highest = *std::max_element(chars, chars + length);
  if (highest < 0x100) {
    Buffer<uint8_t> buffer(length);
    std::copy(chars, chars + length, buffer.data());
    return v8::String::NewFromOneByte(isolate, buffer.data(), v8::NewStringType::kNormal,
                                      static_cast<int>(length))
        .ToLocalChecked();
  }
  Buffer<uint16_t> buffer(length * 2);
  uint16_t *end = buffer.data();
  for (const char32_t *c = chars; c < chars + length; c++) {
    if (*c < 0x10000) {
      *end++ = static_cast<uint16_t>(*c);
    } else {
      *end++ = static_cast<uint16_t>(0xd7c0 + (*c >> 10));
      *end++ = static_cast<uint16_t>(0xdc00 | (*c & 0x3ff));
    }
  }
  return v8::String::NewFromTwoByte(isolate, buffer.data(), v8::NewStringType::kNormal,
                                    static_cast<int>(end - buffer.data()))
      .ToLocalChecked();
}

engine::String convert(v8::Isolate *isolate, v8::Local<v8::String> text) {
  const int length = text->Length();
  const auto size = static_cast<uint32_t>(length);
  if (text->ContainsOnlyOneByte()) {
    Buffer<uint8_t> buffer(length);
    uint8_t *units = buffer.data();
    text->WriteOneByteV2(isolate, 0, size, units);
    if (std::memchr(units, 0, size) != nullptr) return from_units(units, units + length);
    return engine::String::from_latin1(reinterpret_cast<char *>(units), length);
  }
  Buffer<uint16_t> buffer(length);
  uint16_t *units = buffer.data();
  text->WriteV2(isolate, 0, size, units);
  return from_units(units, units + length);
}

}  // namespace

v8::Local<v8::String> to_js(v8::Isolate *isolate, std::string_view utf8) {
  return v8::String::NewFromUtf8(isolate, utf8.data(), v8::NewStringType::kNormal,
                                 static_cast<int>(utf8.size()))
      .FromMaybe(v8::String::Empty(isolate));
}

v8::Local<v8::String> to_js(v8::Isolate *isolate, const engine::String &string) {
  if (string.id() == 0) return v8::String::Empty(isolate);
  return texts_by_string.get(isolate, string, [&] { return convert(isolate, string); });
}

v8::Local<v8::String> to_js(v8::Isolate *isolate, const engine::StringName &name) {
  if (name.id() == 0) return v8::String::Empty(isolate);
  return texts_by_name.get(isolate, name, [&] { return convert(isolate, engine::String(name)); });
}

engine::String to_string(v8::Isolate *isolate, v8::Local<v8::String> text) {
  return strings_by_text.get(isolate, text, [&] { return convert(isolate, text); });
}

engine::StringName to_string_name(v8::Isolate *isolate, v8::Local<v8::String> text) {
  return names_by_text.get(isolate, text,
                           [&] { return engine::StringName(convert(isolate, text)); });
}

std::string to_utf8(v8::Isolate *isolate, v8::Local<v8::Value> value) {
  const v8::String::Utf8Value text(isolate, value);
  return *text == nullptr ? "" : std::string(*text, static_cast<size_t>(text.length()));
}

v8::Local<v8::String> key(v8::Isolate *isolate, const char *name) {
  return v8::String::NewFromUtf8(isolate, name, v8::NewStringType::kInternalized).ToLocalChecked();
}

void release_strings() {
  strings_by_text.release();
  names_by_text.release();
  texts_by_string.release();
  texts_by_name.release();
}

void throw_type_error(v8::Isolate *isolate, const std::string &message) {
  isolate->ThrowException(v8::Exception::TypeError(to_js(isolate, message)));
}

}  // namespace godot_ts::bridge
