import { GDExtensionManager } from "godot";

/** Loads the second extension, test/native, once. */
export function loadForeign(): void {
  const path = "res://test/native/foreign.gdextension";
  if (GDExtensionManager.isExtensionLoaded(path)) return;
  const status = GDExtensionManager.loadExtension(path);
  if (status !== GDExtensionManager.LOAD_STATUS_OK) {
    throw new Error(`${path} could not be loaded: status ${status}`);
  }
}
