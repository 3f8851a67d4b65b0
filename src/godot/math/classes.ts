import type * as Godot from "godot";

/** The classes of the math types that others compute with. */
export type Classes = Pick<
  typeof Godot,
  | "AABB"
  | "Basis"
  | "Color"
  | "Plane"
  | "Projection"
  | "Quaternion"
  | "Rect2"
  | "Rect2i"
  | "Transform2D"
  | "Transform3D"
  | "Vector2"
  | "Vector2i"
  | "Vector3"
  | "Vector4"
>;

/** Methods of a type, written in JavaScript. Their arguments have been checked and rounded. */
export type Methods<T> = Readonly<
  // biome-ignore lint/suspicious/noExplicitAny: methods of any signature
  Record<string, (this: T, ...args: any[]) => unknown>
>;
