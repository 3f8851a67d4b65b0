/**
 * Writes the module that bundles get for `"godot-ts"`: a name for each export of the addon, which
 * the runtime hands over by `require`. A name that a bundle does not use costs it nothing, since
 * each is marked as free of side effects.
 */
export function addonModule(names: readonly string[]): string {
  return [
    "// Made by the build from src/addon/index.ts.",
    'const addon = require("godot-ts:addon");',
    ...names
      .filter((name) => name !== "default")
      .sort()
      .map((name) => `export const ${name} = /* @__PURE__ */ (() => addon.${name})();`),
    "",
  ].join("\n");
}
