#include "bridge/memory.h"

#include <cstdint>

namespace godot_ts::bridge {

void memory(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const auto address = static_cast<uintptr_t>(info[0].As<v8::BigInt>()->Uint64Value());
  const auto length = static_cast<size_t>(info[1].As<v8::Number>()->Value());
  // NOLINTNEXTLINE(performance-no-int-to-ptr): an address of the engine's, as JavaScript has it.
  auto *place = reinterpret_cast<void *>(address);
  auto store = v8::ArrayBuffer::NewBackingStore(
      place, length, [](void *, size_t, void *) {}, nullptr);
  info.GetReturnValue().Set(v8::ArrayBuffer::New(info.GetIsolate(), std::move(store)));
}

void address_of(const v8::FunctionCallbackInfo<v8::Value> &info) {
  const auto bytes = info[0].As<v8::Uint8Array>();
  const auto *data = static_cast<const uint8_t *>(bytes->Buffer()->Data()) + bytes->ByteOffset();
  info.GetReturnValue().Set(
      v8::BigInt::NewFromUnsigned(info.GetIsolate(), reinterpret_cast<uintptr_t>(data)));
}

}  // namespace godot_ts::bridge
