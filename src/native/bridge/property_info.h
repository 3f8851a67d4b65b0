// Descriptions that TypeScript hands over, read into the structures the engine takes.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// Reads the members of one description.
class Reader {
 public:
  Reader(v8::Isolate *isolate, v8::Local<v8::Object> object);

  v8::Local<v8::Value> value(const char *name) const;
  // Empty, 0 or false where the member is absent.
  std::string text(const char *name) const;
  int number(const char *name) const;
  bool flag(const char *name) const;
  // The members of an array as Variants. False, with an exception, when one has no counterpart.
  bool values(const char *name, std::vector<engine::Variant> *result) const;

  template <typename Visit>
  void each(const char *name, Visit visit) const {
    const v8::Local<v8::Value> list = value(name);
    if (!list->IsArray()) return;
    const auto array = list.As<v8::Array>();
    for (uint32_t i = 0; i < array->Length(); i++) visit(Reader(isolate_, element(array, i)));
  }

 private:
  v8::Local<v8::Object> element(v8::Local<v8::Array> array, uint32_t index) const;

  v8::Isolate *isolate_;
  v8::Local<v8::Object> object_;
};

// An array of PropertyDescription (src/godot/native.ts), and everything its pointers point at.
class PropertyInfos {
 public:
  PropertyInfos(v8::Isolate *isolate, v8::Local<v8::Value> descriptions);
  GDExtensionPropertyInfo *data() { return infos_.data(); }
  size_t size() const { return infos_.size(); }
  // As TypeCode takes it: a Variant where the type is nil.
  int type_code(size_t index) const { return codes_[index]; }

 private:
  std::deque<engine::StringName> names_;
  std::deque<engine::String> strings_;
  std::vector<GDExtensionPropertyInfo> infos_;
  std::vector<int> codes_;
};

}  // namespace godot_ts::bridge
