import { isReservedWord } from "./names";

/**
 * Writes the module that stands for "godot" in users' bundles.
 *
 * The runtime serves the real module to `require("godot-ts:godot")`. Each export here is a call
 * marked pure, so that a bundle reads only what it imports, and the runtime makes only that.
 */
export function facade(names: readonly string[]): string {
  return [
    'const godot = require("godot-ts:godot");',
    "const get = (name) => godot[name];",
    ...names.map((name) =>
      needsAlias(name)
        ? `const ${name}_ = ${value(name)}; export { ${name}_ as ${name} };`
        : `export const ${name} = ${value(name)};`,
    ),
    "",
  ].join("\n");
}

function value(name: string): string {
  return `/* @__PURE__ */ get(${JSON.stringify(name)})`;
}

/** A name that cannot or should not be a variable: a reserved word, or a global of JavaScript's. */
function needsAlias(name: string): boolean {
  return isReservedWord(name) || globals.has(name);
}

/** Those of ECMAScript that an engine might have a class, an enum or a function for. */
const globals: ReadonlySet<string> = new Set(
  (
    "Array BigInt Boolean Date Error Function Intl Iterator JSON Map Math Number Object Promise " +
    "Proxy Reflect RegExp Set String Symbol WeakMap WeakRef WeakSet"
  ).split(" "),
);
