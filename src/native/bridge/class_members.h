// What a class written in TypeScript has beside its methods: signals, properties, constants, and
// the virtual methods that it declares for scripts.
#pragma once

#include "bridge/class_methods.h"
#include "bridge/property_info.h"
#include "engine/values.h"
#include "v8.h"

namespace godot_ts::bridge {

// Tells ClassDB of the members in a ClassDescription (src/godot/native.ts).
void add_class_members(v8::Isolate *isolate, const engine::StringName &owner,
                       const Reader &description, ClassMethods *methods);

}  // namespace godot_ts::bridge
