import type {
  AABB,
  Basis,
  Color,
  Plane,
  Projection,
  Quaternion,
  Rect2,
  Rect2i,
  Transform2D,
  Transform3D,
  Vector2,
  Vector2i,
  Vector3,
  Vector3i,
  Vector4,
  Vector4i,
} from "godot";
import type { VariantTypeName } from "../../../godot";
import { isInstance, moduleClass } from "./module-class";
import { builtin, type Schema } from "./schema";

/** A math type. One of floats is also made of its sister of ints. */
function math<T>(type: VariantTypeName, ofInts?: VariantTypeName): Schema<T> {
  const isOfInts = ofInts === undefined ? () => false : isInstance(ofInts);
  return builtin(type, isInstance(type), (value) =>
    isOfInts(value) ? Reflect.construct(moduleClass(type), [value]) : value,
  );
}

export const vector2 = math<Vector2>("Vector2", "Vector2i");
export const vector2i = math<Vector2i>("Vector2i");
export const rect2 = math<Rect2>("Rect2", "Rect2i");
export const rect2i = math<Rect2i>("Rect2i");
export const vector3 = math<Vector3>("Vector3", "Vector3i");
export const vector3i = math<Vector3i>("Vector3i");
export const transform2D = math<Transform2D>("Transform2D");
export const vector4 = math<Vector4>("Vector4", "Vector4i");
export const vector4i = math<Vector4i>("Vector4i");
export const plane = math<Plane>("Plane");
export const quaternion = math<Quaternion>("Quaternion");
export const aabb = math<AABB>("AABB");
export const basis = math<Basis>("Basis");
export const transform3D = math<Transform3D>("Transform3D");
export const projection = math<Projection>("Projection");
export const color = math<Color>("Color");
