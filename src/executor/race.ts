import { checkMembers } from "./all";
import type { Combination } from "./combination";
import { CombinedWait, type Verdict } from "./combined-wait";
import type { Combinable, Combined, Ending } from "./member";
import type { Wait, WaitOptions } from "./wait";

/**
 * Waits for the first that ends, and ends as it does. The others are cancelled, and have
 * cleaned up by then.
 *
 * When to use: where it doesn't matter which one it was. {@link select} tells. A limit of time
 * is what {@link timeout} is for.
 *
 * @throws RangeError when there is no member.
 *
 * @example
 * await race([once(skip.pressed), () => playIntro()]);
 */
export function race<const C extends readonly Combinable[]>(
  members: C,
  options?: WaitOptions,
): Wait<Combined<C[number]>> {
  checkMembers("race", members);
  checkNotEmpty("race", members.length);
  const wait = new RaceWait<Combined<C[number]>>(
    { name: "race" },
    (_, ending) => ending as Verdict<Combined<C[number]>>,
    options,
  );
  wait.add(members, (index) => `race[${index}]`);
  return wait.begin();
}

/** @throws RangeError when there is nothing to wait for. */
export function checkNotEmpty(combinator: string, count: number): void {
  if (count > 0) return;
  throw new RangeError(
    `${combinator} needs something to wait for: with no member it would never end`,
  );
}

/** The first end decides, as a function of it. */
export class RaceWait<T> extends CombinedWait<T> {
  readonly #judge: (index: number, ending: Ending) => Verdict<T>;

  constructor(
    combination: Omit<Combination, "needs">,
    judge: (index: number, ending: Ending) => Verdict<T>,
    options: WaitOptions | undefined,
  ) {
    super({ ...combination, needs: "one" }, options);
    this.#judge = judge;
  }

  protected memberEnded(index: number, ending: Ending): void {
    this.decide(this.#judge(index, ending));
  }
}
