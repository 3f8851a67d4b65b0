import { checkMembers } from "./all";
import { CombinedWait } from "./combined-wait";
import type { Combinable, Combined, Ending } from "./member";
import { checkNotEmpty } from "./race";
import type { Wait, WaitOptions } from "./wait";

/**
 * Waits for the first that succeeds, and resolves to its value. The others are cancelled, and
 * have cleaned up by then. When all fail, it rejects with an AggregateError of their errors,
 * in the order of the members.
 *
 * When to use: for several ways to the same thing, of which some may fail.
 *
 * @throws RangeError when there is no member.
 *
 * @example
 * const scores = await any([() => fetchFrom(mirror), () => fetchFrom(origin)]);
 */
export function any<const C extends readonly Combinable[]>(
  members: C,
  options?: WaitOptions,
): Wait<Combined<C[number]>> {
  checkMembers("any", members);
  checkNotEmpty("any", members.length);
  const wait = new AnyWait<Combined<C[number]>>(members.length, options);
  wait.add(members, (index) => `any[${index}]`);
  return wait.begin();
}

class AnyWait<T> extends CombinedWait<T> {
  readonly #errors: unknown[];
  #left: number;

  constructor(count: number, options: WaitOptions | undefined) {
    super({ name: "any", needs: "one" }, options);
    this.#errors = new Array(count);
    this.#left = count;
  }

  protected memberEnded(index: number, ending: Ending): void {
    if (ending.status === "fulfilled") {
      this.decide(ending as { status: "fulfilled"; value: T });
      return;
    }
    this.#errors[index] = ending.error;
    this.#left--;
    if (this.#left > 0) return;
    const error = new AggregateError(this.#errors, "all members of any(…) have failed");
    this.decide({ status: "rejected", error });
  }
}
