// Values other than text that the inspector edits in fields of their own.
import type {
  Object as GodotObject,
  Vector2,
  Vector2i,
  Vector3,
  Vector3i,
  Vector4,
  Vector4i,
} from "godot";
import { color, quaternion } from "./math";
import { type ClassReference, object } from "./object";
import { hint } from "./property-hint";
import { bool, float, int64 } from "./scalar";
import { type Schema, withHint } from "./schema";

/** A color that is opaque. */
export const colorNoAlpha = withHint(color, hint.colorNoAlpha);
/** A quaternion that is not also edited by angles. */
export const quaternionNoEuler = withHint(quaternion, hint.hideQuaternionEdit);
/** A switch that turns itself off again, as `AudioStreamPlayer.playing`. */
export const oneshot = withHint(bool, hint.oneshot);

/** A switch of the group it is in: off, the group's other properties are hidden, or not. */
export function groupEnable(others: "hidden" | "shown" = "hidden"): Schema<boolean> {
  return withHint(bool, hint.groupEnable, others === "shown" ? "checkbox_only" : "");
}

/** The curve of an easing: see `ease`. */
export function expEasing(
  options: {
    /** The curve is flipped. */
    readonly attenuation?: boolean;
    /** Nothing below zero. */
    readonly positiveOnly?: boolean;
  } = {},
): Schema<number> {
  const words = [
    ...(options.attenuation === true ? ["attenuation"] : []),
    ...(options.positiveOnly === true ? ["positive_only"] : []),
  ];
  return withHint(float, hint.expEasing, words.join(","));
}

type Vector = Vector2 | Vector2i | Vector3 | Vector3i | Vector4 | Vector4i;

/** A vector whose components keep their ratio while they are edited: `t.link(t.vector2)`. */
export function link<T extends Vector>(vector: Schema<T>, suffix?: string): Schema<T> {
  return withHint(vector, hint.link, suffix === undefined ? "" : `suffix:${suffix}`);
}

/** The instance id of an object of a class. */
export function objectId(reference: ClassReference<GodotObject>): Schema<number | bigint> {
  return withHint(int64, hint.objectId, () => object(reference).name);
}
