// The virtual methods that every object has and ClassDB doesn't list: `_notification`, `_get`, …
//
// TypeScript gives one function for each that the class or an ancestor of it implements. It walks
// along the ancestors as the engine does, and checks what they return.
#pragma once

#include <array>
#include <string>
#include <utility>

#include "bridge/property_info.h"
#include "engine/interface.h"
#include "v8.h"

namespace godot_ts::bridge {

class RegisteredClass;

class ObjectVirtuals {
 public:
  // From `description.objectVirtuals` (src/godot/native.ts). Sets only those functions of
  // `creation` that the class has a use for. `depth` is how many classes written in TypeScript it
  // extends.
  void add(v8::Isolate *isolate, const Reader &description, size_t depth,
           GDExtensionClassCreationInfo5 *creation);
  // Lets go of JavaScript.
  void release();

  // A class that has a list of properties of its own may extend that many others.
  static constexpr size_t kDeepest = 16;

 private:
  struct Member {
    v8::Global<v8::Function> invoke;
    std::string label;
  };

  static const ObjectVirtuals *of(GDExtensionClassInstancePtr instance);
  // The member to call now; null where JavaScript cannot be called, which another thread is told.
  static const Member *enter(GDExtensionClassInstancePtr instance, Member ObjectVirtuals::*member);
  template <size_t Depth>
  static const GDExtensionPropertyInfo *on_property_list(GDExtensionClassInstancePtr instance,
                                                         uint32_t *count);
  template <size_t... Depths>
  static GDExtensionClassGetPropertyList property_list_at(size_t depth,
                                                          std::index_sequence<Depths...> depths);
  const GDExtensionPropertyInfo *property_list(GDExtensionClassInstancePtr instance,
                                               uint32_t *count) const;
  static void on_free_property_list(GDExtensionClassInstancePtr instance,
                                    const GDExtensionPropertyInfo *list, uint32_t count);
  static void on_notification(GDExtensionClassInstancePtr instance, int32_t what,
                              GDExtensionBool reversed);
  static GDExtensionBool on_get(GDExtensionClassInstancePtr instance,
                                GDExtensionConstStringNamePtr name, GDExtensionVariantPtr result);
  static GDExtensionBool on_set(GDExtensionClassInstancePtr instance,
                                GDExtensionConstStringNamePtr name,
                                GDExtensionConstVariantPtr value);
  static GDExtensionBool on_validate_property(GDExtensionClassInstancePtr instance,
                                              GDExtensionPropertyInfo *info);
  static GDExtensionBool on_can_revert(GDExtensionClassInstancePtr instance,
                                       GDExtensionConstStringNamePtr name);
  static GDExtensionBool on_get_revert(GDExtensionClassInstancePtr instance,
                                       GDExtensionConstStringNamePtr name,
                                       GDExtensionVariantPtr result);
  static void on_to_string(GDExtensionClassInstancePtr instance, GDExtensionBool *valid,
                           GDExtensionStringPtr result);
  static bool read_property(Member ObjectVirtuals::*which, GDExtensionClassInstancePtr instance,
                            GDExtensionConstStringNamePtr name, GDExtensionVariantPtr result);

  Member notification_;
  Member get_;
  Member set_;
  Member property_list_;
  Member validate_property_;
  Member can_revert_;
  Member get_revert_;
  Member to_string_;
};

}  // namespace godot_ts::bridge
