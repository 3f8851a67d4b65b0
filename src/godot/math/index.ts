// The methods and operators of the math types that JavaScript computes.

import type { Classes, Methods } from "./classes";
import { aabb, rect2, rect2i } from "./rect";
import {
  basis,
  quaternion,
  transform2d,
  transform3d,
  vector2Products,
  vector3Products,
} from "./transform";
import { vector2, vector2i, vector3 } from "./vector";

export type { Classes, Methods } from "./classes";
export {
  floatCode,
  floatVectorCode,
  intVectorCode,
  type MethodCode,
  quaternionCode,
  type Writer,
} from "./componentwise";

/** By type, methods by their name, and operators by how they are written: `* Vector2`. */
export const written: Readonly<Record<string, (classes: Classes) => Methods<never>>> = {
  AABB: aabb,
  Basis: basis,
  Quaternion: quaternion,
  Rect2: rect2,
  Rect2i: rect2i,
  Transform2D: transform2d,
  Transform3D: transform3d,
  Vector2: (classes) => ({ ...vector2(classes), ...vector2Products(classes) }),
  Vector2i: vector2i,
  Vector3: (classes) => ({ ...vector3(classes), ...vector3Products(classes) }),
};
