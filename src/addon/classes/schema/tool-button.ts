import type { Callable } from "godot";
import { callable } from "./handle";
import { hint } from "./property-hint";
import { usage } from "./property-usage";
import { derive, type Schema, withHint } from "./schema";

/**
 * A button in the inspector, of a class that is a tool, which calls the Callable.
 *
 * @param icon One of the editor's own icons. By default that of a Callable.
 *
 * @example
 * @property(t.toolButton("Shuffle", { icon: "Reload" }))
 * get shuffling() {
 *   return Callable.from(() => this.shuffle());
 * }
 */
export function toolButton(
  text: string,
  { icon }: { readonly icon?: string } = {},
): Schema<Callable> {
  const button = withHint(callable, hint.toolButton, icon === undefined ? text : `${text},${icon}`);
  // A Callable cannot be stored.
  return derive<Callable>(button, {
    describe: (name) => ({ ...button.describe(name), usage: usage.editor }),
  });
}
