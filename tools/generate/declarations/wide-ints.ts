import type { ApiMethod } from "../api";

/**
 * Whether a method's result may be an int that a number cannot hold. The run time gives a bigint
 * then. The dump tells only in how many bits the engine keeps an int, not whether it uses them.
 */
export function returnsWideInt(owner: string, { name, return_value }: ApiMethod): boolean {
  // The ids of objects have a bit at the very top.
  const isId = return_value?.meta === "uint64" && name.endsWith("_id");
  return isId || wideInts.has(`${owner}.${name}`) || owner.startsWith("OpenXR");
}

/** Random numbers, addresses, handles of drivers, and what was written by somebody else. */
const wideInts: ReadonlySet<string> = new Set([
  "ClassDB.class_get_integer_constant",
  "DisplayServer.window_get_native_handle",
  "FileAccess.get_64",
  "RandomNumberGenerator.get_seed",
  "RandomNumberGenerator.get_state",
  "RenderingDevice.buffer_get_device_address",
  "RenderingDevice.get_driver_resource",
  "RenderingDevice.limit_get",
  "RenderingDevice.texture_get_native_handle",
  "RenderingServer.texture_get_native_handle",
  "ResourceLoader.get_resource_uid",
  "ResourceSaver.get_resource_id_for_path",
  "ResourceUID.create_id",
  "ResourceUID.create_id_for_path",
  "ResourceUID.text_to_id",
  "StreamPeer.get_64",
  "StreamPeer.get_u64",
]);
