#include "bridge/type_code.h"

#include "bridge/strings.h"
#include "engine/values.h"

namespace godot_ts::bridge {
namespace {

std::vector<uint16_t> last_descendants;
v8::Global<v8::Array> class_names;
int ref_counted_number = 0;

}  // namespace

TypeCode::TypeCode(int code) : kind_(code) {
  if (code < kClass) return;
  kind_ = GDEXTENSION_VARIANT_TYPE_OBJECT;
  first_ = code - kClass;
  last_ = last_descendants.at(static_cast<size_t>(first_));
}

std::vector<TypeCode> TypeCode::list(v8::Isolate *isolate, v8::Local<v8::Value> array) {
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const v8::Local<v8::Array> codes = array.As<v8::Array>();
  std::vector<TypeCode> result;
  for (uint32_t i = 0; i < codes->Length(); i++) {
    result.emplace_back(codes->Get(context, i).ToLocalChecked()->Int32Value(context).FromMaybe(0));
  }
  return result;
}

void TypeCode::set_class_table(const v8::FunctionCallbackInfo<v8::Value> &info) {
  class_names.Reset(info.GetIsolate(), info[0].As<v8::Array>());
  const auto last = info[1].As<v8::Uint16Array>();
  last_descendants.resize(last->Length());
  last->CopyContents(last_descendants.data(), last->ByteLength());
  ref_counted_number = info[2].As<v8::Int32>()->Value();
}

void TypeCode::release_class_table() { class_names.Reset(); }

bool TypeCode::is_ref() const {
  return is_object() && first_ >= ref_counted_number &&
         last_ <= last_descendants.at(static_cast<size_t>(ref_counted_number));
}

std::string TypeCode::describe() const {
  if (is_variant()) return "Variant";
  if (is_pointer()) return "Pointer";
  if (!is_object() || last_ == 0xffff) return engine::type_name(type());
  v8::Isolate *isolate = v8::Isolate::GetCurrent();
  return to_utf8(isolate, class_names.Get(isolate)
                              ->Get(isolate->GetCurrentContext(), static_cast<uint32_t>(first_))
                              .ToLocalChecked());
}

}  // namespace godot_ts::bridge
