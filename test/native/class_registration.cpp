#include "class_registration.h"

#include <algorithm>
#include <deque>
#include <memory>

namespace foreign {
namespace {

using engine::api;
using engine::String;
using engine::StringName;
using engine::Variant;

constexpr uint32_t kUsageDefault = 6;
constexpr uint32_t kUsageNilIsVariant = 1 << 17;
constexpr int64_t kObjectNotificationHash = 4023243586;

GDExtensionInterfaceClassdbRegisterExtensionClassVirtualMethod
    register_virtual_method = nullptr;

struct Virtual {
  std::string name;
  StringName engine_name;
};

// What the engine's pointers point at, until the library goes.
struct Class {
  ClassSpec spec;
  StringName name;
  StringName base;
  std::deque<Virtual> virtuals;
};

std::vector<std::unique_ptr<Class>> classes;

// An array of GDExtensionPropertyInfo, and everything that its pointers point
// at.
class Infos {
public:
  explicit Infos(const std::vector<Argument> &arguments) {
    for (const Argument &argument : arguments) {
      const bool any = argument.type == kAny;
      GDExtensionPropertyInfo info{};
      info.type = any ? GDEXTENSION_VARIANT_TYPE_NIL : argument.type;
      info.name = names_.emplace_back(argument.name).ptr();
      info.class_name = names_.emplace_back(argument.class_name).ptr();
      info.hint_string = empty_.ptr();
      info.usage = kUsageDefault | (any ? kUsageNilIsVariant : 0);
      infos_.push_back(info);
    }
  }
  GDExtensionPropertyInfo *data() { return infos_.data(); }
  uint32_t size() const { return static_cast<uint32_t>(infos_.size()); }

private:
  String empty_;
  std::deque<StringName> names_;
  std::vector<GDExtensionPropertyInfo> infos_;
};

void post_initialize(GDExtensionObjectPtr object) {
  static const GDExtensionMethodBindPtr notification =
      method_bind("Object", "notification", kObjectNotificationHash);
  const int64_t what = 0; // NOTIFICATION_POSTINITIALIZE
  const GDExtensionBool reversed = false;
  const GDExtensionConstTypePtr arguments[] = {&what, &reversed};
  api.object_method_bind_ptrcall(notification, object, arguments, nullptr);
}

GDExtensionObjectPtr on_create(void *userdata, GDExtensionBool notify) {
  const auto *self = static_cast<Class *>(userdata);
  const GDExtensionObjectPtr object =
      api.classdb_construct_object2(self->base.ptr());
  api.object_set_instance(object, self->name.ptr(),
                          self->spec.construct(object));
  if (notify)
    post_initialize(object);
  return object;
}

void on_free(void *, GDExtensionClassInstancePtr instance) {
  delete static_cast<Instance *>(instance);
}

void *on_get_virtual(void *userdata, GDExtensionConstStringNamePtr name,
                     uint32_t) {
  auto &virtuals = static_cast<Class *>(userdata)->virtuals;
  const auto found =
      std::find_if(virtuals.begin(), virtuals.end(), [&](const Virtual &each) {
        return each.engine_name.id() == StringName::id_of(name);
      });
  return found == virtuals.end() ? nullptr : &*found;
}

void on_call_virtual(GDExtensionClassInstancePtr instance,
                     GDExtensionConstStringNamePtr, void *userdata,
                     const GDExtensionConstTypePtr *, GDExtensionTypePtr) {
  static_cast<Instance *>(instance)->call_virtual(
      static_cast<Virtual *>(userdata)->name);
}

bool check(const MethodSpec &method, Arguments &arguments,
           GDExtensionCallError *error) {
  const size_t most = method.arguments.size();
  const size_t least = most - method.defaults.size();
  const bool is_vararg = (method.flags & GDEXTENSION_METHOD_FLAG_VARARG) != 0;
  if (arguments.size() < least || (arguments.size() > most && !is_vararg)) {
    const bool few = arguments.size() < least;
    error->error = few ? GDEXTENSION_CALL_ERROR_TOO_FEW_ARGUMENTS
                       : GDEXTENSION_CALL_ERROR_TOO_MANY_ARGUMENTS;
    error->expected = static_cast<int32_t>(few ? least : most);
    return false;
  }
  while (arguments.size() < most) {
    arguments.push_back(method.defaults[arguments.size() - least]);
  }
  for (size_t i = 0; i < most; i++) {
    const GDExtensionVariantType type = method.arguments[i].type;
    if (type == kAny || arguments[i].type() == type)
      continue;
    error->error = GDEXTENSION_CALL_ERROR_INVALID_ARGUMENT;
    error->argument = static_cast<int32_t>(i);
    error->expected = type;
    return false;
  }
  return true;
}

void on_call(void *userdata, GDExtensionClassInstancePtr instance,
             const GDExtensionConstVariantPtr *pointers, GDExtensionInt count,
             GDExtensionVariantPtr result, GDExtensionCallError *error) {
  const auto &method = *static_cast<MethodSpec *>(userdata);
  Arguments arguments;
  for (int64_t i = 0; i < count; i++)
    arguments.push_back(Variant::copy_of(pointers[i]));
  error->error = GDEXTENSION_CALL_OK;
  if (!check(method, arguments, error))
    return;
  *static_cast<Variant *>(result) =
      method.body(static_cast<Instance *>(instance), arguments);
}

void on_ptrcall(void *userdata, GDExtensionClassInstancePtr instance,
                const GDExtensionConstTypePtr *pointers,
                GDExtensionTypePtr result) {
  const auto &method = *static_cast<MethodSpec *>(userdata);
  Arguments arguments;
  for (size_t i = 0; i < method.arguments.size(); i++) {
    const GDExtensionVariantType type = method.arguments[i].type;
    arguments.push_back(type == kAny ? Variant::copy_of(pointers[i])
                                     : Variant::from_typed(type, pointers[i]));
  }
  Variant value = method.body(static_cast<Instance *>(instance), arguments);
  if (method.result.type == kAny) {
    *static_cast<Variant *>(result) = value;
  } else if (method.result.type == GDEXTENSION_VARIANT_TYPE_OBJECT) {
    // Every class of ours that a method returns is RefCounted.
    api.ref_set_object(result, data_of<GDExtensionObjectPtr>(value));
  } else if (method.result.type != kNone) {
    value.assign_to(method.result.type, result);
  }
}

void register_method(const Class &self, MethodSpec &method) {
  StringName name(method.name);
  Infos arguments(method.arguments);
  Infos result({method.result});
  std::vector<GDExtensionClassMethodArgumentMetadata> metadata(
      arguments.size(), GDEXTENSION_METHOD_ARGUMENT_METADATA_NONE);
  if ((method.flags & GDEXTENSION_METHOD_FLAG_VIRTUAL) != 0) {
    GDExtensionClassVirtualMethodInfo info{};
    info.name = name.ptr();
    info.method_flags = method.flags;
    info.return_value = *result.data();
    info.argument_count = arguments.size();
    info.arguments = arguments.data();
    info.arguments_metadata = metadata.data();
    register_virtual_method(engine::library, self.name.ptr(), &info);
    return;
  }
  std::vector<GDExtensionVariantPtr> defaults;
  for (Variant &value : method.defaults)
    defaults.push_back(value.ptr());
  GDExtensionClassMethodInfo info{};
  info.name = name.ptr();
  info.method_userdata = &method;
  info.call_func = &on_call;
  info.ptrcall_func = &on_ptrcall;
  info.method_flags = method.flags;
  info.has_return_value = method.result.type != kNone;
  info.return_value_info = result.data();
  info.argument_count = arguments.size();
  info.arguments_info = arguments.data();
  info.arguments_metadata = metadata.data();
  info.default_argument_count = static_cast<uint32_t>(defaults.size());
  info.default_arguments = defaults.data();
  api.classdb_register_extension_class_method(engine::library, self.name.ptr(),
                                              &info);
}

} // namespace

bool load_more_interface(GDExtensionInterfaceGetProcAddress get_proc_address) {
  register_virtual_method = reinterpret_cast<
      GDExtensionInterfaceClassdbRegisterExtensionClassVirtualMethod>(
      reinterpret_cast<void *>(
          get_proc_address("classdb_register_extension_class_virtual_method")));
  return register_virtual_method != nullptr;
}

void register_class(ClassSpec spec) {
  auto *self = classes.emplace_back(std::make_unique<Class>()).get();
  self->name = StringName(spec.name);
  self->base = StringName(spec.base);
  self->spec = std::move(spec);
  for (const std::string &name : self->spec.virtuals) {
    self->virtuals.push_back({name, StringName(name)});
  }
  GDExtensionClassCreationInfo5 creation{};
  creation.is_exposed = true;
  creation.create_instance_func = &on_create;
  creation.free_instance_func = &on_free;
  creation.get_virtual_call_data_func = &on_get_virtual;
  creation.call_virtual_with_data_func = &on_call_virtual;
  creation.class_userdata = self;
  api.classdb_register_extension_class5(engine::library, self->name.ptr(),
                                        self->base.ptr(), &creation);
  for (MethodSpec &method : self->spec.methods)
    register_method(*self, method);
  for (const Argument &property : self->spec.properties) {
    Infos info({property});
    const StringName setter("set_" + property.name);
    const StringName getter("get_" + property.name);
    api.classdb_register_extension_class_property(engine::library,
                                                  self->name.ptr(), info.data(),
                                                  setter.ptr(), getter.ptr());
  }
  for (const auto &[name, arguments] : self->spec.signals) {
    Infos infos(arguments);
    api.classdb_register_extension_class_signal(
        engine::library, self->name.ptr(), StringName(name).ptr(), infos.data(),
        infos.size());
  }
  for (const ClassSpec::Constant &constant : self->spec.constants) {
    api.classdb_register_extension_class_integer_constant(
        engine::library, self->name.ptr(), StringName(constant.enum_name).ptr(),
        StringName(constant.name).ptr(), constant.value, false);
  }
}

void unregister_classes() {
  for (auto each = classes.rbegin(); each != classes.rend(); ++each) {
    api.classdb_unregister_extension_class(engine::library,
                                           (*each)->name.ptr());
  }
  classes.clear();
}

GDExtensionMethodBindPtr method_bind(const char *class_name, const char *method,
                                     int64_t hash) {
  return api.classdb_get_method_bind(StringName(class_name).ptr(),
                                     StringName(method).ptr(), hash);
}

GDExtensionObjectPtr construct(const StringName &class_name) {
  const GDExtensionObjectPtr object =
      api.classdb_construct_object2(class_name.ptr());
  post_initialize(object);
  return object;
}

Variant from_int(int64_t value) {
  return Variant::from_typed(GDEXTENSION_VARIANT_TYPE_INT, &value);
}

Variant from_string(std::string_view value) {
  const String string(value);
  return Variant::from_typed(GDEXTENSION_VARIANT_TYPE_STRING, string.ptr());
}

} // namespace foreign
