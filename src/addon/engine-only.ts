/**
 * What stands for an export of `"godot-ts"` that there is only in the engine: importing it is
 * harmless, using it throws an error that says so.
 */
export function engineOnly(name: string): unknown {
  const refuse = (): never => {
    throw new Error(
      `${name} of "godot-ts" needs the engine: in plain Node there is only what is about tasks. Keep the logic that you test apart from the classes of nodes`,
    );
  };
  return new Proxy(refuse, {
    // Test runners look at symbols, and at whether it is a promise or a module.
    get: (_, key) => (isLookedAt(key) ? undefined : refuse()),
    construct: refuse,
  });
}

function isLookedAt(key: string | symbol): boolean {
  return typeof key === "symbol" || key === "then" || key === "__esModule" || key === "prototype";
}
