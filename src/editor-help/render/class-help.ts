/** What there is to tell about a class, by the names that Godot has for it and its members. */
export interface ClassHelp {
  readonly name: string;
  readonly base: string;
  /** The text of its doc comment. */
  readonly text?: string;
  readonly methods: readonly MemberHelp[];
  readonly properties: readonly MemberHelp[];
  readonly signals: readonly MemberHelp[];
  /** Those of its enums included. */
  readonly constants: readonly MemberHelp[];
}

export interface MemberHelp {
  readonly name: string;
  readonly text?: string;
}

export type LinkKind = "method" | "member" | "signal" | "constant" | "enum";

/** Finds what `{@link}` refers to, among the classes of the engine and of TypeScript. */
export interface References {
  /** What Godot calls a class; undefined where it has none of that name. */
  className(name: string): string | undefined;
  /** The member of a class, which may be one that it inherits. */
  member(className: string, member: string): FoundMember | undefined;
}

export interface FoundMember {
  /** The class whose own member it is. */
  readonly owner: string;
  /** What Godot calls it. */
  readonly name: string;
  readonly kind: LinkKind;
}
