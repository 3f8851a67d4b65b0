/** How TypeScript becomes a bundle that the addon runs: the options of esbuild for it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const addon = fileURLToPath(new URL(".", import.meta.url));

/** The folder of the Godot project that this addon is in. */
export const project = join(addon, "..", "..");

/**
 * Options for esbuild, to be completed with an entry and an outfile.
 *
 * `"godot"` and `"godot-ts"` are the engine's own, found when the game runs; every other package
 * becomes part of the bundle.
 */
export const bundleOptions = {
  absWorkingDir: project,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node22",
  sourcemap: "linked",
  keepNames: true,
  legalComments: "none",
  alias: {
    godot: join(addon, "runtime/godot.mjs"),
    "godot-ts": join(addon, "runtime/godot-ts.mjs"),
  },
  external: ["godot-ts:godot", "godot-ts:addon"],
};
