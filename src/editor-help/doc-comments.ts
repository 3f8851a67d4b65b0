// What passes from bundling, where the comments still are, to the editor, which shows them: a file
// beside the bundle.

/** The doc comments of one class: those of its members that are in its body. */
export interface ClassComments {
  /** Its name in TypeScript. */
  readonly className: string;
  /** What a decorator names it by a literal, as in `@register({ name: "GoldCoin" })`. */
  readonly registeredName?: string;
  /** The text of its comment, without the stars. */
  readonly text?: string;
  /** By their names in TypeScript; the values of an enum as `Kind.GOLD`. */
  readonly members: Readonly<Record<string, MemberComments>>;
}

export interface MemberComments {
  readonly text?: string;
  /** The names of a method's parameters, or of a signal's arguments. */
  readonly parameters?: readonly string[];
}

/** The file of a bundle's doc comments, which is there for the editor only. */
export function docCommentsPath(bundle: string): string {
  return `${bundle}.docs`;
}
