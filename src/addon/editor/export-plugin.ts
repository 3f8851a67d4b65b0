import { DirAccess, EditorExportPlugin, FileAccess } from "godot";
import { register } from "../classes/register";
import { gameBundle, missingBundle } from "../game/missing-bundle";
import { print } from "../log/report";

const addon = "res://addons/godot_ts";
const ownLibrary = "libgodot_ts.so";

/** What the game reads while it runs, beside the library that Godot exports by itself. */
const texts = [
  gameBundle,
  `${gameBundle}.map`,
  `${addon}/runtime/api.txt`,
  `${addon}/runtime/signatures.txt`,
  `${addon}/runtime/godot-ts.js`,
  `${addon}/runtime/godot-ts.js.map`,
];

/**
 * Adds to an export what Godot doesn't know of: the bundles, Node, and the scripts Node reads.
 *
 * Not internal: plugin.gd makes one by its name, which Godot refuses for classes that are.
 */
@register()
export class GodotTsExportPlugin extends EditorExportPlugin {
  override _getName(): string {
    return "godot-ts";
  }

  override _exportBegin(): void {
    const missing = missingBundle();
    if (missing !== undefined) print("error", missing);
    for (const path of texts) {
      if (FileAccess.fileExists(path)) {
        this.addFile(path, FileAccess.getFileAsBytes(path), false);
      }
    }
    const binaries = `${addon}/bin/linux.x86_64`;
    for (const file of DirAccess.getFilesAt(binaries)) {
      if (file !== ownLibrary) this.addSharedObject(`${binaries}/${file}`, [], "");
    }
    // Node opens these itself, so that they must be files, beside the library.
    this.addSharedObject(`${binaries}/node`, [], "");
  }
}
