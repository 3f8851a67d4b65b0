import type { References } from "./class-help";

/** Where a text stands, for its links. */
export interface Place {
  /** What Godot calls the class that the comment is about. */
  readonly className: string;
  readonly references: References;
}
