import type { Member } from "./member";

/** What a combinator is to those who look at its waits. */
export interface Combination {
  /** Such as `race`. */
  readonly name: string;
  /** Whether it can end with one member, or needs all of them. */
  readonly needs: "one" | "all";
  /**
   * How a member is shown, as `hit: once(Enemy.hurt)`; undefined for one that isn't. By default as
   * what it is.
   */
  readonly label?: ((index: number, what: string) => string | undefined) | undefined;
}

/** More members than these are counted, not named. */
const NAMED = 5;

/**
 * A combination in words, with those of its members that haven't ended:
 * `race(once(Skip.pressed), task "intro")`. Without any it is `race(…)`.
 */
export function describeCombination(
  { name, label }: Combination,
  members: Iterable<Member>,
  describe: (member: Member) => string,
): string {
  const parts: string[] = [];
  let unnamed = 0;
  for (const member of members) {
    if (parts.length === NAMED) {
      unnamed++;
      continue;
    }
    const what = describe(member);
    const part = label === undefined ? what : label(member.index, what);
    if (part !== undefined) parts.push(part);
  }
  if (parts.length === 0) return `${name}(…)`;
  if (unnamed > 0) parts.push(`${unnamed} more`);
  return `${name}(${parts.join(", ")})`;
}
