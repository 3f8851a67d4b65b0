import { memberName } from "../../src/godot/member-name";

/**
 * The one rule by which the engine's names become ours. The run-time table, the declarations and
 * the facade all take their names from here, so they cannot disagree.
 *
 * 1. Members (methods, virtuals, properties, signals, arguments, utility functions) are written in
 *    camelCase: each underscore inside the name goes, and the letter after it is made a capital.
 *    Leading underscores stay (`_physics_process` is `_physicsProcess`), a digit stays as it is
 *    (`get_node_2d` is `getNode2d`), and so do capitals and words that the engine writes as one.
 * 2. Classes, enums and constants are spelled as Godot spells them.
 * 3. A name that JavaScript reserves gets an underscore at its end where it would have to stand as
 *    a variable: arguments (`default_`) and utility functions (`typeof_`). Members don't need it.
 * 4. Within a class and its ancestors a name means one thing. Where two members would share one,
 *    methods win over properties, properties over signals, and the loser gets an underscore at its
 *    end ({@link ClaimedNames}). A method that overrides an ancestor's method is no clash.
 *    Godot 4.6.3 has no such clash: the rule is there for the next version.
 */
export { memberName };

/** The name for something that stands by itself in JavaScript, not behind a dot: rules 1 and 3. */
export function variableName(engineName: string): string {
  const name = memberName(engineName);
  return reservedWords.has(name) ? `${name}_` : name;
}

/** True for a word that cannot name a variable in a module. */
export function isReservedWord(name: string): boolean {
  return reservedWords.has(name);
}

/** What a name of a class may stand for. The order is the order of who wins: rule 4. */
export type MemberKind = "method" | "property" | "signal";

/**
 * The names that a class and its ancestors have given out: rule 4.
 *
 * When to use: one for each class, made from the one of its base class, asked first for all
 * methods, then for all properties, then for all signals.
 */
export class ClaimedNames {
  readonly #base: ClaimedNames | undefined;
  readonly #kinds = new Map<string, MemberKind>();

  constructor(base?: ClaimedNames) {
    this.#base = base;
  }

  /** Gives the engine's member its name. */
  claim(engineName: string, kind: MemberKind): string {
    let name = memberName(engineName);
    while (this.#isTaken(name, kind)) name += "_";
    this.#kinds.set(name, kind);
    return name;
  }

  #isTaken(name: string, kind: MemberKind): boolean {
    if (this.#kinds.has(name)) return true;
    const inherited = this.#base?.kindOf(name);
    return inherited !== undefined && !(inherited === "method" && kind === "method");
  }

  /** What the name stands for in this class or its ancestors. */
  kindOf(name: string): MemberKind | undefined {
    return this.#kinds.get(name) ?? this.#base?.kindOf(name);
  }
}

const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum " +
    "eval export extends false finally for function if implements import in instanceof interface " +
    "let new null package private protected public return static super switch this throw true " +
    "try typeof var void while with yield"
  ).split(" "),
);
