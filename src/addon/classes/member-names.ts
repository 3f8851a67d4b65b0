// The names that a class shows to Godot, each of which may mean one thing.
import { type Constructor, lineage } from "../../godot";
import {
  type MemberKind,
  type RegisteredMember,
  type Registration,
  registrationOf,
} from "./registered-classes";

/** A member of the engine's, for messages: `the method Node.get_children of the engine`. */
interface EngineMember {
  readonly kind: MemberKind;
  readonly owner: string;
}

/** Kinds of which a class may have its own in place of that of a class it extends. */
const replaceable: ReadonlySet<MemberKind> = new Set([
  "method",
  "virtual method",
  "property",
  "constant",
  "enum",
]);

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Whether Godot's languages can write that name. */
export function isIdentifier(name: string): boolean {
  return identifier.test(name);
}

/** The names of one class. Ask for those of methods first: accessors of properties make way. */
export class MemberNames {
  readonly #Class: Constructor;
  readonly #className: string;
  readonly #engine: ReadonlyMap<string, EngineMember>;
  readonly members = new Map<string, RegisteredMember>();

  constructor(Class: Constructor, className: string, engineBase: string) {
    this.#Class = Class;
    this.#className = className;
    this.#engine = engineMembers(engineBase);
  }

  /**
   * Takes a name for a member, and returns it.
   *
   * @throws TypeError when it is no identifier, or is taken.
   */
  claim(name: string, kind: MemberKind, member: string): string {
    const own = `@register: ${this.#className}.${member}, a ${kind} that Godot would call ${name},`;
    if (!isIdentifier(name)) throw new TypeError(`${own} must have a name that is an identifier`);
    const taken = this.#takenBy(name, kind);
    if (taken !== undefined) throw new TypeError(`${own} clashes with ${taken}`);
    this.members.set(name, { kind, member });
    return name;
  }

  /** A name for a method that reads or writes a property, and that nobody else has. */
  accessor(kind: "get" | "set", property: string): string {
    let name = `${kind}_${property}`;
    while (this.members.has(name) || this.#engine.has(name)) name = `_${name}`;
    return name;
  }

  #takenBy(name: string, kind: MemberKind): string | undefined {
    const own = this.members.get(name);
    if (own !== undefined) return `its ${own.kind} ${own.member}`;
    for (const each of registeredAncestors(this.#Class)) {
      const inherited = each.members.get(name);
      if (inherited === undefined) continue;
      if (inherited.kind === kind && replaceable.has(kind)) return undefined;
      return `the ${inherited.kind} ${each.name}.${inherited.member}`;
    }
    const engine = this.#engine.get(name);
    return engine === undefined ? undefined : `the engine's ${engine.kind} ${engine.owner}.${name}`;
  }
}

function* registeredAncestors(Class: Constructor): Generator<Registration> {
  let each: Constructor | null = Object.getPrototypeOf(Class);
  while (each !== null) {
    const registration = registrationOf(each);
    if (registration === undefined) return;
    yield registration;
    each = Object.getPrototypeOf(each);
  }
}

const known = new Map<string, ReadonlyMap<string, EngineMember>>();

/** The members of a class of the engine and its ancestors, by the engine's names. */
function engineMembers(className: string): ReadonlyMap<string, EngineMember> {
  const before = known.get(className);
  if (before !== undefined) return before;
  const members = new Map<string, EngineMember>();
  for (const [owner, table] of [...lineage(className)].reverse()) {
    const add = (kind: MemberKind, names: Iterable<string>) => {
      for (const name of names) members.set(name, { kind, owner });
    };
    add("constant", Object.keys(table.constants));
    add("enum", Object.keys(table.enums));
    for (const each of Object.values(table.enums)) add("constant", Object.keys(each));
    add("signal", engineNames(table.signals));
    add("property", engineNames(table.properties));
    add("virtual method", engineNames(table.virtuals));
    add("method", engineNames(table.methods));
  }
  known.set(className, members);
  return members;
}

function engineNames(rows: Readonly<Record<string, readonly [string, ...unknown[]]>>): string[] {
  return Object.values(rows).map(([name]) => name);
}
