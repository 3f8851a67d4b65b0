import type { Verdict } from "./combined-wait";
import { type Combinable, type Combined, checkCombinable } from "./member";
import { quote } from "./quote";
import { checkNotEmpty, RaceWait } from "./race";
import type { Wait, WaitOptions } from "./wait";

/** Which one was first, and what it resolved to. */
export type Selected<C> = {
  [K in keyof C & string]: { readonly name: K; readonly value: Combined<C[K]> };
}[keyof C & string];

/**
 * Waits for the first that ends, and resolves to its name and its value. The others are
 * cancelled, and have cleaned up by then. Where the first one fails, it rejects with that.
 *
 * When to use: where what comes next depends on which one it was.
 *
 * @throws RangeError when there is no member.
 *
 * @example
 * const { name } = await select({ hit: once(enemy.hurt), tired: sleep(8) });
 * if (name === "tired") enemy.rest();
 */
export function select<const C extends Readonly<Record<string, Combinable>>>(
  members: C,
  options?: WaitOptions,
): Wait<Selected<C>> {
  if (typeof members !== "object" || members === null) {
    throw new TypeError(
      `select takes an object like { name: wait }, but got ${quote(members)}; without names there is race([ … ])`,
    );
  }
  const names = Object.keys(members);
  for (const name of names) checkCombinable("select", `"${name}"`, members[name]);
  checkNotEmpty("select", names.length);
  const wait = new RaceWait<Selected<C>>(
    { name: "select", label: (index, what) => `${names[index]}: ${what}` },
    (index, ending) => {
      if (ending.status === "rejected") return ending;
      const value = { name: names[index], value: ending.value };
      return { status: "fulfilled", value } as Verdict<Selected<C>>;
    },
    options,
  );
  wait.add(Object.values(members), (index) => names[index] ?? "select");
  return wait.begin();
}
