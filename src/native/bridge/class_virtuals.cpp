#include "bridge/class_virtuals.h"

#include "bridge/convert.h"
#include "bridge/member_call.h"

namespace godot_ts::bridge {

using engine::StringName;

void ClassVirtuals::add(v8::Isolate *isolate, const Reader &description) {
  const std::string owner = description.text("name");
  description.each("virtuals", [&](const Reader &read) {
    auto entry = std::make_unique<Virtual>();
    entry->invoke.Reset(isolate, read.value("invoke").As<v8::Function>());
    entry->label = owner + "." + read.text("member");
    entry->arguments = TypeCode::list(isolate, read.value("arguments"));
    entry->result = TypeCode(read.number("result"));
    const StringName &name = names_.emplace_back(read.text("name"));
    by_name_[name.id()] = std::move(entry);
  });
}

void *ClassVirtuals::find(GDExtensionConstStringNamePtr name) const {
  const auto entry = by_name_.find(StringName::id_of(name));
  return entry == by_name_.end() ? nullptr : entry->second.get();
}

void ClassVirtuals::release() {
  for (auto &[id, entry] : by_name_) entry->invoke.Reset();
}

void ClassVirtuals::on_call(GDExtensionClassInstancePtr instance, GDExtensionConstStringNamePtr,
                            void *userdata, const GDExtensionConstTypePtr *arguments,
                            GDExtensionTypePtr result) {
  const auto *entry = static_cast<Virtual *>(userdata);
  if (!can_enter(entry->label)) return;
  MemberCall call(entry->label, entry->arguments.size());
  call.set_receiver(wrapper_of(call.isolate(), instance));
  for (size_t i = 0; i < entry->arguments.size(); i++) {
    call.set_argument(i, from_typed(call.isolate(), entry->arguments[i], arguments[i]));
  }
  call.run(entry->invoke, entry->result, result);
}

}  // namespace godot_ts::bridge
