// The engine's own value types, each owned by a C++ object that destroys it.
//
// This is the one file that knows their sizes (build configuration "float_64" of the engine's API
// description); everything else goes through these classes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "engine/interface.h"

namespace godot_ts::engine {

// What `T` names: storage of `Words` machine words of the builtin type `Type`.
template <GDExtensionVariantType Type, int Words>
class Builtin {
 public:
  Builtin() { constructor(0)(words_, nullptr); }
  Builtin(const Builtin &other) { copy(other.words_); }
  Builtin(Builtin &&other) noexcept : Builtin() { swap(other); }
  Builtin &operator=(Builtin other) noexcept {
    swap(other);
    return *this;
  }
  ~Builtin() {
    static const GDExtensionPtrDestructor destroy = api.variant_get_ptr_destructor(Type);
    destroy(words_);
  }

  // A copy of the value the engine keeps at `value`.
  static Builtin copy_of(const void *value) {
    Builtin result{Uninitialized()};
    result.copy(value);
    return result;
  }

  void *ptr() { return words_; }
  const void *ptr() const { return words_; }

 protected:
  struct Uninitialized {};
  explicit Builtin(Uninitialized) {}
  static GDExtensionPtrConstructor constructor(int index) {
    static const GDExtensionPtrConstructor by_index[3] = {api.variant_get_ptr_constructor(Type, 0),
                                                          api.variant_get_ptr_constructor(Type, 1),
                                                          api.variant_get_ptr_constructor(Type, 2)};
    return by_index[index];
  }
  void copy(const void *value) {
    const GDExtensionConstTypePtr args[] = {value};
    constructor(1)(words_, args);
  }
  void swap(Builtin &other) noexcept {
    for (int i = 0; i < Words; i++) std::swap(words_[i], other.words_[i]);
  }

  uint64_t words_[Words];
};

class StringName;

class String : public Builtin<GDEXTENSION_VARIANT_TYPE_STRING, 1> {
 public:
  String() = default;
  String(Builtin base) : Builtin(std::move(base)) {}
  explicit String(std::string_view utf8) : Builtin(Uninitialized()) {
    api.string_new_with_utf8_chars_and_len(words_, utf8.data(),
                                           static_cast<GDExtensionInt>(utf8.size()));
  }
  explicit String(const StringName &name);
  static String from_latin1(const char *chars, int64_t length) {
    String result{Uninitialized()};
    api.string_new_with_latin1_chars_and_len(result.words_, chars, length);
    return result;
  }
  static String from_utf16(const char16_t *chars, int64_t length) {
    String result{Uninitialized()};
    api.string_new_with_utf16_chars_and_len2(result.words_, chars, length, true);
    return result;
  }

  int64_t length() const { return api.string_to_utf32_chars(words_, nullptr, 0); }
  // The characters themselves, valid while the string lives. Null when it is empty.
  const char32_t *data() const {
    return length() == 0 ? nullptr : api.string_operator_index_const(words_, 0);
  }
  std::string utf8() const {
    std::string result(static_cast<size_t>(api.string_to_utf8_chars(words_, nullptr, 0)), '\0');
    api.string_to_utf8_chars(words_, result.data(), static_cast<GDExtensionInt>(result.size()));
    return result;
  }

 private:
  explicit String(Uninitialized tag) : Builtin(tag) {}
};

class StringName : public Builtin<GDEXTENSION_VARIANT_TYPE_STRING_NAME, 1> {
 public:
  StringName() = default;
  StringName(Builtin base) : Builtin(std::move(base)) {}
  explicit StringName(std::string_view utf8) : Builtin(Uninitialized()) {
    api.string_name_new_with_utf8_chars_and_len(words_, utf8.data(),
                                                static_cast<GDExtensionInt>(utf8.size()));
  }
  explicit StringName(const String &string) : Builtin(Uninitialized()) {
    const GDExtensionConstTypePtr args[] = {string.ptr()};
    constructor(2)(words_, args);
  }

  // Equal names share this number for as long as one of them lives.
  uint64_t id() const { return words_[0]; }
  static uint64_t id_of(GDExtensionConstStringNamePtr name) {
    return *static_cast<const uint64_t *>(name);
  }
};

inline String::String(const StringName &name) : Builtin(Uninitialized()) {
  const GDExtensionConstTypePtr args[] = {name.ptr()};
  constructor(2)(words_, args);
}

class NodePath : public Builtin<GDEXTENSION_VARIANT_TYPE_NODE_PATH, 1> {
 public:
  NodePath() = default;
  explicit NodePath(const String &string) : Builtin(Uninitialized()) {
    const GDExtensionConstTypePtr args[] = {string.ptr()};
    constructor(2)(words_, args);
  }
};

class Variant {
 public:
  Variant() { api.variant_new_nil(words_); }
  Variant(const Variant &other) { api.variant_new_copy(words_, other.words_); }
  Variant(Variant &&other) noexcept : Variant() { swap(other); }
  Variant &operator=(Variant other) noexcept {
    swap(other);
    return *this;
  }
  ~Variant() { api.variant_destroy(words_); }

  // A Variant that holds a copy of the typed value at `value`.
  static Variant from_typed(GDExtensionVariantType type, const void *value) {
    Variant result{Uninitialized()};
    from_type(type)(result.words_, const_cast<void *>(value));
    return result;
  }
  // Holding a RefCounted in a Variant holds one reference to it.
  static Variant from_object(GDExtensionObjectPtr object) {
    return from_typed(GDEXTENSION_VARIANT_TYPE_OBJECT, &object);
  }
  static Variant copy_of(GDExtensionConstVariantPtr value) {
    Variant result{Uninitialized()};
    api.variant_new_copy(result.words_, value);
    return result;
  }
  // For an engine function that makes a Variant where there is none yet: `fill(ptr)`.
  template <typename Fill>
  static Variant made_by(Fill fill) {
    Variant result{Uninitialized()};
    fill(result.words_);
    return result;
  }

  GDExtensionVariantType type() const { return api.variant_get_type(words_); }
  // The typed value inside, or null when the Variant is nil.
  void *data() { return data_of(words_); }
  static void *data_of(GDExtensionVariantPtr variant);
  // Replaces the initialised typed value at `destination` by a copy of the one inside.
  void assign_to(GDExtensionVariantType type, void *destination);
  std::string describe() const;
  // Becomes nil and releases nothing: for a reference to an object that is gone.
  void forget() { api.variant_new_nil(words_); }

  void *ptr() { return words_; }
  const void *ptr() const { return words_; }

 private:
  struct Uninitialized {};
  explicit Variant(Uninitialized) {}
  static GDExtensionVariantFromTypeConstructorFunc from_type(GDExtensionVariantType type);
  void swap(Variant &other) noexcept { std::swap(words_, other.words_); }

  uint64_t words_[3];
};

// Storage for one engine value of any type but Variant, as a ptrcall returns it: zeroed, then taken
// over with `take`.
class AnyValue {
 public:
  explicit AnyValue(GDExtensionVariantType type);
  AnyValue(const AnyValue &) = delete;
  AnyValue &operator=(const AnyValue &) = delete;
  ~AnyValue();
  void *ptr() { return words_; }

 private:
  uint64_t words_[8];
  GDExtensionVariantType type_;
};

// "int", "PackedFloat32Array" …
std::string type_name(GDExtensionVariantType type);

}  // namespace godot_ts::engine
