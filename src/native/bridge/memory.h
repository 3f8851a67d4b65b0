// Memory of the engine's that a virtual method is handed the address of, and memory for it.
#pragma once

#include "v8.h"

namespace godot_ts::bridge {

// native.memory(address, length): a view of what belongs to whoever gave the address.
void memory(const v8::FunctionCallbackInfo<v8::Value> &info);
// native.addressOf(bytes): where the bytes of a Uint8Array lie, for as long as it is there.
void address_of(const v8::FunctionCallbackInfo<v8::Value> &info);

}  // namespace godot_ts::bridge
