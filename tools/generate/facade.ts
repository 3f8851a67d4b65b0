import { isReservedWord } from "./names";

/**
 * Writes the module that stands for "godot" in users' bundles.
 *
 * The runtime serves the real module to `require("godot-ts:godot")`. Each export here is a call
 * marked pure, so that a bundle reads only what it imports, and the runtime makes only that.
 */
export function facade(names: readonly string[], singletons: ReadonlySet<string>): string {
  return [
    'const godot = require("godot-ts:godot");',
    "const get = (name) => godot[name];",
    // Some singletons are there only after the bundle has run: each may be replaced, once.
    'const one = (name, replace) => godot["@singleton"](name, replace);',
    ...names.map((name) => {
      if (singletons.has(name)) {
        return `export let ${name} = /* @__PURE__ */ one("${name}", (it) => { ${name} = it; });`;
      }
      return needsAlias(name)
        ? `const ${name}_ = ${value(name)}; export { ${name}_ as ${name} };`
        : `export const ${name} = ${value(name)};`;
    }),
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
