#include "bridge/collections.h"

#include <vector>

#include "bridge/strings.h"
#include "bridge/variant_handle.h"

namespace godot_ts::bridge {
namespace {

using engine::api;
using engine::Variant;

// How deep the engine goes when it stores what is nested (Variant::MAX_RECURSION_DEPTH).
constexpr int kDeepest = 1024;

GDExtensionPtrBuiltInMethod method_of(GDExtensionVariantType type, const char *name,
                                      GDExtensionInt hash) {
  return api.variant_get_ptr_builtin_method(type, engine::StringName(name).ptr(), hash);
}

int64_t size_of_array(const void *array) {
  static const auto size = method_of(GDEXTENSION_VARIANT_TYPE_ARRAY, "size", 3173160232);
  int64_t result = 0;
  size(const_cast<void *>(array), nullptr, &result, 0);
  return result;
}

void resize_array(void *array, int64_t length) {
  static const auto resize = method_of(GDEXTENSION_VARIANT_TYPE_ARRAY, "resize", 848867239);
  const GDExtensionConstTypePtr args[] = {&length};
  int64_t result = 0;
  resize(array, args, &result, 1);
}

// The Array that Dictionary.keys or Dictionary.values returns.
Variant list_of(const char *method, const Variant &dictionary) {
  const auto function = method_of(GDEXTENSION_VARIANT_TYPE_DICTIONARY, method, 4144163970);
  Variant list = Variant::made_by_default(GDEXTENSION_VARIANT_TYPE_ARRAY);
  function(const_cast<void *>(dictionary.data()), nullptr, list.data(), 0);
  return list;
}

bool has_plain_prototype(v8::Isolate *isolate, v8::Local<v8::Object> object) {
  const v8::Local<v8::Value> prototype = object->GetPrototypeV2();
  return prototype->IsNull() ||
         (prototype->IsObject() && !prototype->IsProxy() &&
          prototype.As<v8::Object>()->GetPrototypeV2()->IsNull()) ||
         (object->IsArray() && prototype->StrictEquals(v8::Array::New(isolate)->GetPrototypeV2()));
}

// Throws where `collection` lies in itself, or too deep.
bool may_enter(v8::Isolate *isolate, v8::Local<v8::Object> collection, const Nesting *outer) {
  int depth = 0;
  for (const Nesting *each = outer; each != nullptr; each = each->outer) {
    if (each->collection == collection) {
      throw_type_error(isolate, "an object that lies in itself has no counterpart in the engine");
      return false;
    }
    if (++depth == kDeepest) {
      throw_type_error(isolate, "objects nested deeper than " + std::to_string(kDeepest) +
                                    " levels have no counterpart in the engine");
      return false;
    }
  }
  return true;
}

// What the callback of Array::Iterate fills: it may convert what needs nothing of V8's heap.
struct Filling {
  Variant *items;
  uint32_t length;
  std::vector<uint32_t> left;
};

v8::Array::CallbackResult fill_simple(uint32_t index, v8::Local<v8::Value> item, void *data) {
  auto *filling = static_cast<Filling *>(data);
  if (index >= filling->length) return v8::Array::CallbackResult::kBreak;
  if (!simple_to_variant(item, &filling->items[index])) filling->left.push_back(index);
  return v8::Array::CallbackResult::kContinue;
}

bool array_from_js(v8::Isolate *isolate, v8::Local<v8::Array> source, Variant *result,
                   const Nesting *outer) {
  Variant array = Variant::made_by_default(GDEXTENSION_VARIANT_TYPE_ARRAY);
  const uint32_t length = source->Length();
  if (length > 0) {
    const v8::Local<v8::Context> context = isolate->GetCurrentContext();
    resize_array(array.data(), length);
    Filling filling{static_cast<Variant *>(api.array_operator_index(array.data(), 0)), length, {}};
    if (source->Iterate(context, &fill_simple, &filling).IsNothing()) return false;
    for (const uint32_t index : filling.left) {
      const v8::HandleScope scope(isolate);
      v8::Local<v8::Value> item;
      if (!source->Get(context, index).ToLocal(&item) ||
          !to_variant(isolate, item, &filling.items[index], outer)) {
        return false;
      }
    }
  }
  *result = std::move(array);
  return true;
}

class DictionaryMaker {
 public:
  DictionaryMaker(v8::Isolate *isolate, const Nesting *outer) : isolate_(isolate), outer_(outer) {}

  bool add(v8::Local<v8::Value> key, v8::Local<v8::Value> value) {
    Variant engine_key;
    Variant engine_value;
    if (!to_variant(isolate_, key, &engine_key, outer_) ||
        !to_variant(isolate_, value, &engine_value, outer_)) {
      return false;
    }
    *static_cast<Variant *>(api.dictionary_operator_index(dictionary_.data(), engine_key.ptr())) =
        std::move(engine_value);
    return true;
  }
  // Of a flat list: key, value, key, value.
  bool add_pairs(v8::Local<v8::Array> pairs) {
    Variant list;
    if (!array_from_js(isolate_, pairs, &list, outer_)) return false;
    const int64_t length = size_of_array(list.data());
    for (int64_t i = 0; i + 1 < length; i += 2) {
      const void *key = api.array_operator_index_const(list.data(), i);
      auto *value = static_cast<Variant *>(api.array_operator_index(list.data(), i + 1));
      *static_cast<Variant *>(api.dictionary_operator_index(
          dictionary_.data(), static_cast<GDExtensionConstVariantPtr>(key))) = std::move(*value);
    }
    return true;
  }
  bool add_members(v8::Local<v8::Object> object) {
    const v8::Local<v8::Context> context = isolate_->GetCurrentContext();
    const auto filter = static_cast<v8::PropertyFilter>(v8::ONLY_ENUMERABLE | v8::SKIP_SYMBOLS);
    v8::Local<v8::Array> names;
    if (!object
             ->GetPropertyNames(context, v8::KeyCollectionMode::kOwnOnly, filter,
                                v8::IndexFilter::kIncludeIndices,
                                v8::KeyConversionMode::kConvertToString)
             .ToLocal(&names)) {
      return false;
    }
    for (uint32_t i = 0; i < names->Length(); i++) {
      const v8::HandleScope scope(isolate_);
      v8::Local<v8::Value> name;
      v8::Local<v8::Value> value;
      if (!names->Get(context, i).ToLocal(&name) || !object->Get(context, name).ToLocal(&value) ||
          !add(name, value)) {
        return false;
      }
    }
    return true;
  }
  Variant take() { return std::move(dictionary_); }

 private:
  v8::Isolate *isolate_;
  const Nesting *outer_;
  Variant dictionary_ = Variant::made_by_default(GDEXTENSION_VARIANT_TYPE_DICTIONARY);
};

bool dictionary_from_js(v8::Isolate *isolate, v8::Local<v8::Object> source, Variant *result,
                        const Nesting *outer) {
  DictionaryMaker maker(isolate, outer);
  const bool made = source->IsMap() ? maker.add_pairs(source.As<v8::Map>()->AsArray())
                                    : maker.add_members(source);
  if (made) *result = maker.take();
  return made;
}

const Variant *items_of(const Variant &array) {
  return static_cast<const Variant *>(api.array_operator_index_const(array.data(), 0));
}

}  // namespace

bool is_collection(v8::Isolate *isolate, v8::Local<v8::Object> object) {
  if (object->IsProxy()) return false;
  return object->IsMap() || object->IsSet() || has_plain_prototype(isolate, object);
}

bool from_collection(v8::Isolate *isolate, v8::Local<v8::Object> collection, Variant *result,
                     const Nesting *outer) {
  if (!may_enter(isolate, collection, outer)) return false;
  const v8::HandleScope scope(isolate);
  const Nesting nesting{collection, outer};
  if (collection->IsArray()) {
    return array_from_js(isolate, collection.As<v8::Array>(), result, &nesting);
  }
  if (collection->IsSet()) {
    return array_from_js(isolate, collection.As<v8::Set>()->AsArray(), result, &nesting);
  }
  return dictionary_from_js(isolate, collection, result, &nesting);
}

void array_from(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const Nesting nesting{info[0].As<v8::Object>(), nullptr};
  Variant array;
  if (array_from_js(isolate, info[0].As<v8::Array>(), &array, &nesting)) {
    info.GetReturnValue().Set(VariantHandle::make(isolate, array));
  }
}

void dictionary_from(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const Nesting nesting{info[0].As<v8::Object>(), nullptr};
  Variant dictionary;
  if (dictionary_from_js(isolate, info[0].As<v8::Object>(), &dictionary, &nesting)) {
    info.GetReturnValue().Set(VariantHandle::make(isolate, dictionary));
  }
}

void items(const v8::FunctionCallbackInfo<v8::Value> &info) {
  v8::Isolate *isolate = info.GetIsolate();
  const Variant *handle = VariantHandle::get(info[0]);
  const Variant self = handle == nullptr ? Variant() : *handle;
  v8::LocalVector<v8::Value> result(isolate);
  if (self.type() == GDEXTENSION_VARIANT_TYPE_ARRAY) {
    const int64_t length = size_of_array(self.data());
    result.reserve(static_cast<size_t>(length));
    for (int64_t i = 0; i < length; i++) result.push_back(from_variant(isolate, items_of(self)[i]));
  } else if (self.type() == GDEXTENSION_VARIANT_TYPE_DICTIONARY) {
    const Variant keys = list_of("keys", self);
    const Variant values = list_of("values", self);
    const int64_t length = size_of_array(keys.data());
    result.reserve(2 * static_cast<size_t>(length));
    for (int64_t i = 0; i < length; i++) {
      result.push_back(from_variant(isolate, items_of(keys)[i]));
      result.push_back(from_variant(isolate, items_of(values)[i]));
    }
  } else {
    throw_type_error(isolate, "an Array or a Dictionary of the engine's is wanted, not " +
                                  describe(isolate, info[0]));
    return;
  }
  info.GetReturnValue().Set(v8::Array::New(isolate, result.data(), result.size()));
}

}  // namespace godot_ts::bridge
