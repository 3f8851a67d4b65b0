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

// A builtin type whose value is one pointer to shared data, null for the empty value.
template <GDExtensionVariantType Type>
// NOLINTNEXTLINE(cppcoreguidelines-special-member-functions): assigned by value, moved or copied.
class Builtin {
 public:
  Builtin() = default;
  Builtin(const Builtin &other) { copy(&other.pointer_); }
  Builtin(Builtin &&other) noexcept : Builtin() { swap(other); }
  Builtin &operator=(Builtin other) noexcept {
    swap(other);
    return *this;
  }
  ~Builtin() {
    static const GDExtensionPtrDestructor destroy = api.variant_get_ptr_destructor(Type);
    if (pointer_ != 0) destroy(&pointer_);
  }

  // A copy of the value the engine keeps at `value`.
  static Builtin copy_of(const void *value) {
    Builtin result;
    result.copy(value);
    return result;
  }

  void *ptr() { return &pointer_; }
  const void *ptr() const { return &pointer_; }
  // Equal values may share this number, and no other value has it for as long as one of them lives.
  uint64_t id() const { return pointer_; }
  static uint64_t id_of(const void *value) { return *static_cast<const uint64_t *>(value); }

 protected:
  static GDExtensionPtrConstructor constructor(int index) {
    static const GDExtensionPtrConstructor by_index[3] = {api.variant_get_ptr_constructor(Type, 0),
                                                          api.variant_get_ptr_constructor(Type, 1),
                                                          api.variant_get_ptr_constructor(Type, 2)};
    return by_index[index];
  }
  void copy(const void *value) {
    const GDExtensionConstTypePtr args[] = {value};
    constructor(1)(&pointer_, args);
  }
  void swap(Builtin &other) noexcept { std::swap(pointer_, other.pointer_); }

  uint64_t pointer_ = 0;
};

class StringName;

class String : public Builtin<GDEXTENSION_VARIANT_TYPE_STRING> {
 public:
  String() = default;
  String(Builtin base) : Builtin(std::move(base)) {}
  explicit String(std::string_view utf8) {
    api.string_new_with_utf8_chars_and_len(&pointer_, utf8.data(),
                                           static_cast<GDExtensionInt>(utf8.size()));
  }
  explicit String(const StringName &name);
  static String from_latin1(const char *chars, int64_t length) {
    String result;
    api.string_new_with_latin1_chars_and_len(&result.pointer_, chars, length);
    return result;
  }
  // A string of `length` characters, not zero, which `fill(char32_t *)` writes.
  template <typename Fill>
  static String of_length(int64_t length, Fill fill) {
    String result;
    api.string_resize(&result.pointer_, length + 1);
    char32_t *chars = api.string_operator_index(&result.pointer_, 0);
    fill(chars);
    chars[length] = 0;
    return result;
  }

  int64_t length() const { return api.string_to_utf32_chars(&pointer_, nullptr, 0); }
  // The characters of a string that isn't empty, valid while it lives.
  const char32_t *data() const { return api.string_operator_index_const(&pointer_, 0); }
  std::string utf8() const {
    std::string result(static_cast<size_t>(api.string_to_utf8_chars(&pointer_, nullptr, 0)), '\0');
    api.string_to_utf8_chars(&pointer_, result.data(), static_cast<GDExtensionInt>(result.size()));
    return result;
  }
};

class StringName : public Builtin<GDEXTENSION_VARIANT_TYPE_STRING_NAME> {
 public:
  StringName() = default;
  StringName(Builtin base) : Builtin(std::move(base)) {}
  explicit StringName(std::string_view utf8) {
    api.string_name_new_with_utf8_chars_and_len(&pointer_, utf8.data(),
                                                static_cast<GDExtensionInt>(utf8.size()));
  }
  explicit StringName(const String &string) {
    const GDExtensionConstTypePtr args[] = {string.ptr()};
    constructor(2)(&pointer_, args);
  }
};

inline String::String(const StringName &name) {
  const GDExtensionConstTypePtr args[] = {name.ptr()};
  constructor(2)(&pointer_, args);
}

class NodePath : public Builtin<GDEXTENSION_VARIANT_TYPE_NODE_PATH> {
 public:
  NodePath() = default;
  explicit NodePath(const String &string) {
    const GDExtensionConstTypePtr args[] = {string.ptr()};
    constructor(2)(&pointer_, args);
  }
};

// NOLINTNEXTLINE(cppcoreguidelines-special-member-functions): assigned by value, moved or copied.
class Variant {
 public:
  // All zero is nil.
  Variant() = default;
  Variant(const Variant &other) { api.variant_new_copy(words_, other.words_); }
  Variant(Variant &&other) noexcept : Variant() { swap(other); }
  Variant &operator=(Variant other) noexcept {
    swap(other);
    return *this;
  }
  ~Variant() {
    if (owns_nothing(type())) return;
    api.variant_destroy(words_);
  }

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
  // One that the engine keeps, as it is.
  static const Variant &at(GDExtensionConstVariantPtr variant) {
    return *static_cast<const Variant *>(variant);
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

  // What the engine makes of a type without arguments: an empty Array, 0, …
  static Variant made_by_default(GDExtensionVariantType type) {
    GDExtensionCallError error{};
    return made_by([&](void *result) { api.variant_construct(type, result, nullptr, 0, &error); });
  }

  // The engine keeps the type in front.
  GDExtensionVariantType type() const { return type_of(words_); }
  static GDExtensionVariantType type_of(GDExtensionConstVariantPtr variant) {
    return static_cast<GDExtensionVariantType>(*static_cast<const uint32_t *>(variant));
  }
  // The typed value inside, or null when the Variant is nil.
  void *data() { return data_of(words_); }
  const void *data() const { return data_of(const_cast<uint64_t *>(words_)); }
  static void *data_of(GDExtensionVariantPtr variant);
  // Replaces the initialised typed value at `destination` by a copy of the one inside.
  void assign_to(GDExtensionVariantType type, void *destination);
  // Becomes a value of that type, with its default where there is no way from one to the other.
  void convert_to(GDExtensionVariantType type);
  std::string describe() const;
  // Becomes nil and releases nothing: for a reference to an object that is gone.
  void forget() { words_[0] = 0; }

  void *ptr() { return words_; }
  const void *ptr() const { return words_; }

 private:
  struct Uninitialized {};
  explicit Variant(Uninitialized) {}
  static GDExtensionVariantFromTypeConstructorFunc from_type(GDExtensionVariantType type);
  void swap(Variant &other) noexcept { std::swap(words_, other.words_); }
  // Nil, and the types that are numbers alone and lie within the Variant.
  static bool owns_nothing(GDExtensionVariantType type) {
    return type < GDEXTENSION_VARIANT_TYPE_TRANSFORM2D && type != GDEXTENSION_VARIANT_TYPE_STRING;
  }

  uint64_t words_[3] = {};
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
  uint64_t words_[8] = {};
  GDExtensionVariantType type_;
};

// "int", "PackedFloat32Array" …
std::string type_name(GDExtensionVariantType type);

}  // namespace godot_ts::engine
