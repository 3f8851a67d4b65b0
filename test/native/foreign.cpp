#include "foreign.h"

#include "class_registration.h"

namespace foreign {
namespace {

using engine::api;
using engine::StringName;
using engine::Variant;

constexpr auto kInt = GDEXTENSION_VARIANT_TYPE_INT;
constexpr auto kString = GDEXTENSION_VARIANT_TYPE_STRING;
constexpr auto kObject = GDEXTENSION_VARIANT_TYPE_OBJECT;

// Calls a method of the engine object by its name; nil where it has none.
Variant call(GDExtensionObjectPtr object, const char *method,
             const Arguments &arguments) {
  Variant self = Variant::from_object(object);
  std::vector<GDExtensionConstVariantPtr> pointers;
  for (const Variant &argument : arguments)
    pointers.push_back(argument.ptr());
  GDExtensionCallError error{};
  return Variant::made_by([&](void *result) {
    api.variant_call(self.ptr(), StringName(method).ptr(), pointers.data(),
                     static_cast<GDExtensionInt>(pointers.size()), result,
                     &error);
  });
}

class Foreign : public Instance {
public:
  using Instance::Instance;

  // `_enter_tree` is the one that it implements.
  void call_virtual(const std::string &) override { entered_++; }

  int64_t entered() const { return entered_; }
  int64_t hit_points() const { return hit_points_; }
  void set_hit_points(int64_t value) { hit_points_ = value; }
  void hit(Variant amount, Variant by) {
    hit_points_ -= data_of<int64_t>(amount);
    const StringName name("hit_taken");
    call(object(), "emit_signal",
         {Variant::from_typed(GDEXTENSION_VARIANT_TYPE_STRING_NAME, name.ptr()),
          amount, by});
  }
  Variant greet(Variant name) { return call(object(), "_greet", {name}); }

private:
  int64_t hit_points_ = 10;
  int64_t entered_ = 0;
};

class ForeignData : public Instance {
public:
  using Instance::Instance;
  Variant text = from_string("");
};

template <typename T> T &as(Instance *instance) {
  return *static_cast<T *>(instance);
}

ClassSpec foreign_spec() {
  ClassSpec spec{"Foreign", "Node",
                 [](GDExtensionObjectPtr object) -> Instance * {
                   return new Foreign(object);
                 }};
  spec.virtuals = {"_enter_tree"};
  spec.methods = {
      {"add",
       {{"a", kInt}, {"b", kInt}},
       {"", kInt},
       [](Instance *, Arguments &arguments) {
         return from_int(data_of<int64_t>(arguments[0]) +
                         data_of<int64_t>(arguments[1]));
       },
       GDEXTENSION_METHOD_FLAG_NORMAL,
       {from_int(10)}},
      {"count_all",
       {},
       {"", kInt},
       [](Instance *, Arguments &arguments) {
         return from_int(static_cast<int64_t>(arguments.size()));
       },
       GDEXTENSION_METHOD_FLAG_VARARG},
      {"echo",
       {{"value", kAny}},
       {"", kAny},
       [](Instance *, Arguments &arguments) { return arguments[0]; }},
      {"twice",
       {{"n", kInt}},
       {"", kInt},
       [](Instance *, Arguments &arguments) {
         return from_int(data_of<int64_t>(arguments[0]) * 2);
       },
       GDEXTENSION_METHOD_FLAG_NORMAL | GDEXTENSION_METHOD_FLAG_STATIC},
      {"make_data",
       {},
       {"", kObject, "ForeignData"},
       [](Instance *, Arguments &) {
         return Variant::from_object(construct(StringName("ForeignData")));
       }},
      {"hit",
       {{"amount", kInt}, {"by", kString}},
       {"", kNone},
       [](Instance *self, Arguments &arguments) {
         as<Foreign>(self).hit(arguments[0], arguments[1]);
         return Variant();
       }},
      {"times_entered",
       {},
       {"", kInt},
       [](Instance *self, Arguments &) {
         return from_int(as<Foreign>(self).entered());
       }},
      {"get_hit_points",
       {},
       {"", kInt},
       [](Instance *self, Arguments &) {
         return from_int(as<Foreign>(self).hit_points());
       }},
      {"set_hit_points",
       {{"value", kInt}},
       {"", kNone},
       [](Instance *self, Arguments &arguments) {
         as<Foreign>(self).set_hit_points(data_of<int64_t>(arguments[0]));
         return Variant();
       }},
      {"greet",
       {{"name", kString}},
       {"", kAny},
       [](Instance *self, Arguments &arguments) {
         return as<Foreign>(self).greet(arguments[0]);
       }},
      {"_greet",
       {{"name", kString}},
       {"", kString},
       nullptr,
       GDEXTENSION_METHOD_FLAG_VIRTUAL},
  };
  spec.properties = {{"hit_points", kInt}};
  spec.signals = {{"hit_taken", {{"amount", kInt}, {"by", kString}}}};
  spec.constants = {{"", "MAX_HIT_POINTS", 100},
                    {"Mood", "MOOD_CALM", 0},
                    {"Mood", "MOOD_ANGRY", 1}};
  return spec;
}

ClassSpec foreign_data_spec() {
  ClassSpec spec{"ForeignData", "RefCounted",
                 [](GDExtensionObjectPtr object) -> Instance * {
                   return new ForeignData(object);
                 }};
  spec.methods = {
      {"get_text",
       {},
       {"", kString},
       [](Instance *self, Arguments &) { return as<ForeignData>(self).text; }},
      {"set_text",
       {{"value", kString}},
       {"", kNone},
       [](Instance *self, Arguments &arguments) {
         as<ForeignData>(self).text = arguments[0];
         return Variant();
       }},
  };
  spec.properties = {{"text", kString}};
  return spec;
}

} // namespace

void register_foreign() {
  register_class(foreign_spec());
  register_class(foreign_data_spec());
}

} // namespace foreign
