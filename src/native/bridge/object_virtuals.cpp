#include "bridge/object_virtuals.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "bridge/convert.h"
#include "bridge/engine_class.h"
#include "bridge/member_call.h"
#include "bridge/registered_class.h"
#include "bridge/strings.h"

namespace godot_ts::bridge {
namespace {

using engine::String;
using engine::StringName;
using engine::Variant;
using host::node_host;

constexpr int32_t kPostInitialize = 0;  // Object.NOTIFICATION_POSTINITIALIZE
constexpr int32_t kPreDelete = 1;       // Object.NOTIFICATION_PREDELETE

// The lists of properties that the engine is looking at.
std::vector<std::unique_ptr<PropertyInfos>> lent;

const StringName &name_at(GDExtensionConstStringNamePtr name) {
  return *static_cast<const StringName *>(name);
}

const ObjectBinding *binding_of(GDExtensionClassInstancePtr instance) {
  return static_cast<const ObjectBinding *>(instance);
}

// What another thread sets before the JavaScript half is built, of any property: only `_set` knows
// whether it is one of its own. Any thread.
bool store(GDExtensionClassInstancePtr instance, const StringName &name, const Variant &value) {
  if (node_host().on_main_thread()) return false;
  StoredValues *values = binding_of(instance)->stored_values();
  return values != nullptr && values->add({name, nullptr, {value}});
}

// Whether another thread asks before the half is built: `_get` can't answer.
bool is_unbuilt(GDExtensionClassInstancePtr instance) {
  if (node_host().on_main_thread()) return false;
  StoredValues *values = binding_of(instance)->stored_values();
  return values != nullptr && values->is_open();
}

v8::Local<v8::Object> to_js(v8::Isolate *isolate, const GDExtensionPropertyInfo &info) {
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  const v8::Local<v8::Object> object = v8::Object::New(isolate);
  const auto set = [&](const char *name, v8::Local<v8::Value> value) {
    object->Set(context, key(isolate, name), value).Check();
  };
  set("name", bridge::to_js(isolate, name_at(info.name)));
  set("type", v8::Integer::New(isolate, info.type));
  set("className", bridge::to_js(isolate, name_at(info.class_name)));
  set("hint", v8::Integer::NewFromUnsigned(isolate, info.hint));
  set("hintString", bridge::to_js(isolate, *static_cast<const String *>(info.hint_string)));
  set("usage", v8::Integer::NewFromUnsigned(isolate, info.usage));
  return object;
}

}  // namespace

void ObjectVirtuals::add(v8::Isolate *isolate, const Reader &description, size_t depth,
                         GDExtensionClassCreationInfo5 *creation) {
  const v8::Local<v8::Value> members = description.value("objectVirtuals");
  if (!members->IsObject()) return;
  const Reader read(isolate, members.As<v8::Object>());
  const std::string owner = description.text("name");
  const auto take = [&](const char *name, Member *member) {
    const v8::Local<v8::Value> invoke = read.value(name);
    if (!invoke->IsFunction()) return false;
    member->invoke.Reset(isolate, invoke.As<v8::Function>());
    member->label = owner + "." + name;
    return true;
  };
  if (take("_notification", &notification_)) creation->notification_func = &on_notification;
  if (take("_get", &get_)) creation->get_func = &on_get;
  if (take("_set", &set_)) creation->set_func = &on_set;
  if (take("_getPropertyList", &property_list_)) {
    creation->get_property_list_func =
        property_list_at(depth, std::make_index_sequence<kDeepest + 1>());
    creation->free_property_list_func = &on_free_property_list;
  }
  if (take("_validateProperty", &validate_property_)) {
    creation->validate_property_func = &on_validate_property;
  }
  if (take("_propertyCanRevert", &can_revert_)) {
    creation->property_can_revert_func = &on_can_revert;
  }
  if (take("_propertyGetRevert", &get_revert_)) {
    creation->property_get_revert_func = &on_get_revert;
  }
  if (take("_toString", &to_string_)) creation->to_string_func = &on_to_string;
}

void ObjectVirtuals::release() {
  for (Member *member : {&notification_, &get_, &set_, &property_list_, &validate_property_,
                         &can_revert_, &get_revert_, &to_string_}) {
    member->invoke.Reset();
  }
}

const ObjectVirtuals *ObjectVirtuals::of(GDExtensionClassInstancePtr instance) {
  return &binding_of(instance)->type()->registered()->object_virtuals();
}

// The classes are there for as long as JavaScript is.
const ObjectVirtuals::Member *ObjectVirtuals::enter(GDExtensionClassInstancePtr instance,
                                                    Member ObjectVirtuals::*member) {
  if (!node_host().running()) return nullptr;
  const Member &found = of(instance)->*member;
  return can_enter(found.label) ? &found : nullptr;
}

// What initialises an object in TypeScript is its constructor, which is still running then. What is
// deleted has no JavaScript half any more where nobody but the garbage collector freed it.
void ObjectVirtuals::on_notification(GDExtensionClassInstancePtr instance, int32_t what,
                                     GDExtensionBool reversed) {
  if (what == kPostInitialize || !can_enter_quietly()) return;
  // One that another thread has made gets its half here, but not to be deleted.
  const bool is_unused = binding_of(instance)->stored_values() == nullptr || what == kPreDelete;
  if (is_unused && !binding_of(instance)->has_wrapper()) return;
  const Member &member = of(instance)->notification_;
  MemberCall call(member.label, 2);
  v8::Isolate *isolate = call.isolate();
  call.set_receiver(wrapper_of(isolate, instance));
  call.set_argument(0, v8::Integer::New(isolate, what));
  call.set_argument(1, v8::Boolean::New(isolate, reversed != 0));
  static_cast<void>(call.call(member.invoke));
}

// False where the member gives undefined.
bool ObjectVirtuals::read_property(Member ObjectVirtuals::*which,
                                   GDExtensionClassInstancePtr instance,
                                   GDExtensionConstStringNamePtr name,
                                   GDExtensionVariantPtr result) {
  if (is_unbuilt(instance)) {
    return binding_of(instance)->stored_values()->find(name_at(name),
                                                       static_cast<Variant *>(result));
  }
  const Member *member = enter(instance, which);
  if (member == nullptr) return false;
  MemberCall call(member->label, 1);
  v8::Isolate *isolate = call.isolate();
  call.set_receiver(wrapper_of(isolate, instance));
  call.set_argument(0, bridge::to_js(isolate, name_at(name)));
  v8::Local<v8::Value> value;
  if (!call.call(member->invoke).ToLocal(&value) || value->IsUndefined()) return false;
  Variant variant;
  if (!to_variant(isolate, value, &variant)) {
    call.report();
    return false;
  }
  *static_cast<Variant *>(result) = std::move(variant);
  return true;
}

GDExtensionBool ObjectVirtuals::on_get(GDExtensionClassInstancePtr instance,
                                       GDExtensionConstStringNamePtr name,
                                       GDExtensionVariantPtr result) {
  return read_property(&ObjectVirtuals::get_, instance, name, result);
}

GDExtensionBool ObjectVirtuals::on_get_revert(GDExtensionClassInstancePtr instance,
                                              GDExtensionConstStringNamePtr name,
                                              GDExtensionVariantPtr result) {
  return read_property(&ObjectVirtuals::get_revert_, instance, name, result);
}

GDExtensionBool ObjectVirtuals::on_set(GDExtensionClassInstancePtr instance,
                                       GDExtensionConstStringNamePtr name,
                                       GDExtensionConstVariantPtr value) {
  if (store(instance, name_at(name), Variant::at(value))) return true;
  const Member *member = enter(instance, &ObjectVirtuals::set_);
  if (member == nullptr) return false;
  MemberCall call(member->label, 2);
  v8::Isolate *isolate = call.isolate();
  call.set_receiver(wrapper_of(isolate, instance));
  call.set_argument(0, bridge::to_js(isolate, name_at(name)));
  call.set_argument(1, from_variant(isolate, Variant::at(value)));
  v8::Local<v8::Value> taken;
  return call.call(member->invoke).ToLocal(&taken) && taken->IsTrue();
}

GDExtensionBool ObjectVirtuals::on_can_revert(GDExtensionClassInstancePtr instance,
                                              GDExtensionConstStringNamePtr name) {
  const Member *member = enter(instance, &ObjectVirtuals::can_revert_);
  if (member == nullptr) return false;
  MemberCall call(member->label, 1);
  call.set_receiver(wrapper_of(call.isolate(), instance));
  call.set_argument(0, bridge::to_js(call.isolate(), name_at(name)));
  v8::Local<v8::Value> can;
  return call.call(member->invoke).ToLocal(&can) && can->IsTrue();
}

// What the member gives takes the place of what it was given; undefined changes nothing.
GDExtensionBool ObjectVirtuals::on_validate_property(GDExtensionClassInstancePtr instance,
                                                     GDExtensionPropertyInfo *info) {
  if (!can_enter_quietly()) return false;
  const Member &member = of(instance)->validate_property_;
  MemberCall call(member.label, 1);
  v8::Isolate *isolate = call.isolate();
  call.set_receiver(wrapper_of(isolate, instance));
  call.set_argument(0, to_js(isolate, *info));
  v8::Local<v8::Value> value;
  if (!call.call(member.invoke).ToLocal(&value) || !value->IsObject()) return false;
  const Reader read(isolate, value.As<v8::Object>());
  info->type = static_cast<GDExtensionVariantType>(read.number("type"));
  info->hint = static_cast<uint32_t>(read.number("hint"));
  info->usage = static_cast<uint32_t>(read.number("usage"));
  *static_cast<StringName *>(info->name) = StringName(read.text("name"));
  *static_cast<StringName *>(info->class_name) = StringName(read.text("className"));
  *static_cast<String *>(info->hint_string) = String(read.text("hintString"));
  return true;
}

void ObjectVirtuals::on_to_string(GDExtensionClassInstancePtr instance, GDExtensionBool *valid,
                                  GDExtensionStringPtr result) {
  *valid = false;
  if (!can_enter_quietly()) return;
  const Member &member = of(instance)->to_string_;
  MemberCall call(member.label, 0);
  call.set_receiver(wrapper_of(call.isolate(), instance));
  v8::Local<v8::Value> text;
  if (!call.call(member.invoke).ToLocal(&text) || !text->IsString()) return;
  *static_cast<String *>(result) = to_string(call.isolate(), text.As<v8::String>());
  *valid = true;
}

const GDExtensionPropertyInfo *ObjectVirtuals::property_list(GDExtensionClassInstancePtr instance,
                                                             uint32_t *count) const {
  if (property_list_.invoke.IsEmpty()) return nullptr;
  MemberCall call(property_list_.label, 0);
  call.set_receiver(wrapper_of(call.isolate(), instance));
  v8::Local<v8::Value> list;
  if (!call.call(property_list_.invoke).ToLocal(&list)) return nullptr;
  auto infos = std::make_unique<PropertyInfos>(call.isolate(), list);
  if (infos->size() == 0) return nullptr;
  *count = static_cast<uint32_t>(infos->size());
  return lent.emplace_back(std::move(infos))->data();
}

void ObjectVirtuals::on_free_property_list(GDExtensionClassInstancePtr,
                                           const GDExtensionPropertyInfo *list, uint32_t) {
  const auto entry = std::find_if(lent.begin(), lent.end(),
                                  [&](const auto &infos) { return infos->data() == list; });
  if (entry != lent.end()) lent.erase(entry);
}

// The engine asks each class along the ancestors for its own properties, by a function that is not
// told which of them it is: so there is one for each depth.
template <size_t Depth>
const GDExtensionPropertyInfo *ObjectVirtuals::on_property_list(
    GDExtensionClassInstancePtr instance, uint32_t *count) {
  *count = 0;
  if (!can_enter_quietly()) return nullptr;
  const RegisteredClass *each = binding_of(instance)->type()->registered();
  while (each->depth() > Depth) each = each->parent();
  return each->object_virtuals().property_list(instance, count);
}

template <size_t... Depths>
GDExtensionClassGetPropertyList ObjectVirtuals::property_list_at(size_t depth,
                                                                 std::index_sequence<Depths...>) {
  static constexpr std::array<GDExtensionClassGetPropertyList, sizeof...(Depths)> kByDepth{
      &on_property_list<Depths>...};
  return kByDepth.at(depth);
}

}  // namespace godot_ts::bridge
