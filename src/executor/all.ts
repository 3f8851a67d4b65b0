import { CombinedWait } from "./combined-wait";
import { type Combinable, type Combined, checkCombinable, type Ending } from "./member";
import type { Wait, WaitOptions } from "./wait";

/**
 * Waits for all, and resolves to their values, in the order of the members. At the first
 * failure the others are cancelled, and when they have cleaned up, it rejects with that.
 *
 * When to use: for things that go on beside each other, and are of no use without each other.
 * For one function over many items there is {@link each}.
 *
 * @example
 * const [level, [body]] = await all([() => loadLevel(2), once(area.bodyEntered)]);
 */
export function all<const C extends readonly Combinable[]>(
  members: C,
  options?: WaitOptions,
): Wait<{ -readonly [K in keyof C]: Combined<C[K]> }> {
  checkMembers("all", members);
  const wait = new AllWait(members.length, options);
  wait.add(members, (index) => `all[${index}]`);
  return wait.begin() as Promise<never>;
}

/** @throws TypeError when they are not an array of what can be combined. */
export function checkMembers(combinator: string, members: readonly unknown[]): void {
  if (!Array.isArray(members)) {
    throw new TypeError(
      `${combinator} takes an array of waits, tasks, promises and functions; for names there is select({ … })`,
    );
  }
  for (const [index, member] of members.entries()) {
    checkCombinable(combinator, `member ${index}`, member);
  }
}

class AllWait extends CombinedWait<unknown[]> {
  readonly #values: unknown[];
  #missing: number;

  constructor(count: number, options: WaitOptions | undefined) {
    super({ name: "all", needs: "all" }, options);
    this.#values = new Array(count);
    this.#missing = count;
  }

  protected override list(): void {
    super.list();
    if (this.#missing === 0) this.decide({ status: "fulfilled", value: this.#values });
  }

  protected memberEnded(index: number, ending: Ending): void {
    if (ending.status === "rejected") {
      this.decide(ending);
      return;
    }
    this.#values[index] = ending.value;
    this.#missing--;
    if (this.#missing === 0) this.decide({ status: "fulfilled", value: this.#values });
  }
}
