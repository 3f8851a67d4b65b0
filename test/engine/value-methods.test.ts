import fc from "fast-check";
import * as godot from "godot";
import { Transform3D, type VariantInput, Vector3 } from "godot";
import type { ApiBuiltinMethod } from "../../tools/generate/api";
import { memberName } from "../../tools/generate/names";
import { mathTypes } from "./support/api-dump";
import { recordLog } from "./support/log-recorder";
import { expectSame, magnitude, operand, reference } from "./support/reference";
import * as some from "./support/value-arbitraries";
import { anyOf } from "./support/value-arbitraries";

type Arbitrary = fc.Arbitrary<unknown>;

/**
 * Where the engine warns of some input, and gives no result: the receiver and the arguments that it
 * is made for. What is left out is any value of its type.
 */
const valid: Readonly<Record<string, readonly (Arbitrary | undefined)[]>> = {
  "Vector2.slide": [undefined, some.unit2],
  "Vector2.bounce": [undefined, some.unit2],
  "Vector2.reflect": [undefined, some.unit2],
  "Vector2i.length": [some.smallInts.vector2i],
  "Vector2i.distance_to": [some.smallInts.vector2i, some.smallInts.vector2i],
  "Rect2.has_point": [some.box2],
  "Rect2.intersects": [some.box2, some.box2],
  "Rect2.encloses": [some.box2, some.box2],
  "Rect2.intersection": [some.box2, some.box2],
  "Rect2.merge": [some.box2, some.box2],
  "Rect2.expand": [some.box2],
  "Rect2i.has_point": [some.box2i, some.smallInts.vector2i],
  "Rect2i.intersects": [some.box2i, some.box2i],
  "Rect2i.encloses": [some.box2i, some.box2i],
  "Rect2i.intersection": [some.box2i, some.box2i],
  "Rect2i.merge": [some.box2i, some.box2i],
  "Rect2i.expand": [some.box2i, some.smallInts.vector2i],
  "Rect2i.grow_side": [some.box2i, some.side, some.smallInt],
  "Rect2.grow_side": [undefined, some.side],
  "Vector3.rotated": [undefined, some.unit3],
  "Vector3.slerp": [some.clearUnit3, some.axis, some.weight],
  "Vector3.slide": [undefined, some.unit3],
  "Vector3.bounce": [undefined, some.unit3],
  "Vector3.reflect": [undefined, some.unit3],
  "Vector3i.length": [some.smallInts.vector3i],
  "Vector3i.distance_to": [some.smallInts.vector3i, some.smallInts.vector3i],
  "Vector4i.length": [some.smallInts.vector4i],
  "Vector4i.distance_to": [some.smallInts.vector4i, some.smallInts.vector4i],
  "Transform2D.affine_inverse": [some.properTransform2d],
  "Transform2D.looking_at": [some.properTransform2d],
  "Quaternion.inverse": [some.rotation],
  "Quaternion.slerp": [some.rotation, some.rotation],
  "Quaternion.slerpni": [some.rotation, some.rotation],
  "Quaternion.spherical_cubic_interpolate": Array(4).fill(some.rotation),
  "Quaternion.spherical_cubic_interpolate_in_time": Array(4).fill(some.rotation),
  "Quaternion.get_euler": [some.rotation, some.eulerOrder],
  "AABB.has_point": [some.box3],
  "AABB.intersects": [some.box3, some.box3],
  "AABB.encloses": [some.box3, some.box3],
  "AABB.intersection": [some.box3, some.box3],
  "AABB.merge": [some.box3, some.box3],
  "AABB.expand": [some.box3],
  "AABB.get_endpoint": [undefined, fc.nat(7)],
  "AABB.intersects_segment": [some.box3],
  "AABB.intersects_ray": [some.box3],
  "Basis.inverse": [some.properBasis],
  "Basis.rotated": [undefined, some.unit3],
  "Basis.get_euler": [some.rotationBasis, some.eulerOrder],
  "Basis.slerp": [some.rotationBasis, some.rotationBasis],
  "Basis.get_rotation_quaternion": [some.rotationBasis],
  "Basis.looking_at": [undefined, some.level3, fc.constant(Vector3.UP)],
  "Basis.from_euler": [undefined, undefined, some.eulerOrder],
  "Transform3D.affine_inverse": [some.properTransform3d],
  "Transform3D.rotated": [undefined, some.unit3],
  "Transform3D.rotated_local": [undefined, some.unit3],
  "Transform3D.looking_at": [
    fc.constant(Transform3D.IDENTITY),
    some.level3,
    fc.constant(Vector3.UP),
  ],
  "Transform3D.interpolate_with": [some.properTransform3d, some.properTransform3d],
  "Projection.create_perspective_hmd": [
    undefined,
    some.viewAngle,
    some.positive,
    fc.constant(0.1),
    fc.constant(100),
    undefined,
    some.eye,
    some.weight,
    some.positive,
  ],
  "Projection.create_for_hmd": [
    undefined,
    some.eye,
    some.positive,
    some.weight,
    some.positive,
    some.positive,
    some.positive,
    fc.constant(0.1),
    fc.constant(100),
  ],
  "Projection.create_frustum": [
    undefined,
    fc.constant(-1),
    some.positive,
    fc.constant(-2),
    some.positive,
    fc.constant(0.1),
    some.far,
  ],
  "Projection.create_frustum_aspect": [
    undefined,
    fc.constant(10),
    some.scale,
    some.unit2,
    fc.constant(0.1),
    some.far,
  ],
  "Projection.inverse": [some.perspective],
  "Projection.get_projection_plane": [some.perspective, fc.nat(5)],
  "Color.html": [undefined, some.hexColor],
};

/** Of the sine, the cosine, the arc tangent, and the root of a float64, JavaScript has its own. */
const approximate: ReadonlySet<string> = new Set([
  "Vector2.angle",
  "Vector2.angle_to",
  "Vector2.angle_to_point",
  "Vector2.rotated",
  "Vector3.angle_to",
  "Vector2i.length",
  "Vector2i.distance_to",
  "Vector3i.length",
  "Vector3i.distance_to",
  "Vector4i.length",
  "Vector4i.distance_to",
]);
/** Relative to the largest number in the input and the result. */
const tolerance = 1e-6;

const rows = mathTypes().flatMap((type) =>
  (type.methods ?? []).map((method) => ({
    type: type.name,
    method,
    name: `${type.name}.${method.name}`,
  })),
);

const compared = new Set<string>();

describe("a method's result is the engine's", () => {
  test.each(rows)("$name", async ({ type, method, name }) => {
    const args = method.arguments ?? [];
    const required = args.filter((each) => each.default_value === undefined).length;
    const warnings = await recordLog(() => {
      for (let count = required; count <= args.length; count++) compare(type, method, name, count);
    });
    expect(new Set(warnings.map(({ text }) => text))).toEqual(new Set());
    compared.add(name);
  });

  test("each method of the dump was compared", () => {
    expect([...compared]).toEqual(rows.map(({ name }) => name));
    expect(compared.size).toBeGreaterThan(360);
  });
});

function compare(type: string, method: ApiBuiltinMethod, name: string, count: number): void {
  const types = [type, ...(method.arguments ?? []).slice(0, count).map((each) => each.type)];
  const inputs = types.map((each, index) => valid[name]?.[index] ?? anyOf(each));
  const receiver = method.is_static ? type : "a[0]";
  const passed = types.slice(1).map((each, index) => operand(each, index + 1));
  const engine = reference(`${receiver}.${method.name}(${passed.join(", ")})`);
  fc.assert(
    fc.property(fc.tuple(...inputs), ([self, ...args]) => {
      const target = method.is_static ? Reflect.get(godot, type) : self;
      const ours = Reflect.get(target as object, memberName(method.name));
      const expected = engine([self, ...args] as VariantInput[]);
      expectSame(
        Reflect.apply(ours, target, args),
        expected,
        approximate.has(name) ? tolerance : 0,
        magnitude([self, ...args]),
      );
    }),
  );
}
