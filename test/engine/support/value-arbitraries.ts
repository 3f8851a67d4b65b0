// Random values of the math types: with zeros of both signs, tiny and huge numbers, and directions.
import fc from "fast-check";
import {
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

type Arbitrary = fc.Arbitrary<unknown>;

const usual = fc.float({ min: -1000, max: 1000, noNaN: true });

export const float = fc.oneof(
  { weight: 6, arbitrary: usual },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, -1, 0.5, -0.5, 2, 10) },
  { weight: 1, arbitrary: fc.constantFrom(1e-7, -1e-7, 1e-20, 1e7, -1e7, 1e15) },
);

export const int = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -1, 2, 100_000, -100_000) },
  { weight: 1, arbitrary: fc.constantFrom(2_147_483_647, -2_147_483_648) },
);

/** Ints of which products and sums stay below 32 bits, where more is no matter of the operation. */
export const smallInt = fc.integer({ min: -1000, max: 1000 });
export const nonzeroInt = smallInt.filter((each) => each !== 0);

export const angle = fc.float({ min: -10, max: 10, noNaN: true });
export const weight = fc.float({ min: 0, max: 1, noNaN: true });
export const positive = fc.float({ min: Math.fround(0.01), max: 1000, noNaN: true });

function vectors(number: fc.Arbitrary<number>) {
  const pair = fc.tuple(number, number);
  const triple = fc.tuple(number, number, number);
  const quadruple = fc.tuple(number, number, number, number);
  return {
    vector2: pair.map(([x, y]) => new Vector2(x, y)),
    vector3: triple.map(([x, y, z]) => new Vector3(x, y, z)),
    vector4: quadruple.map(([x, y, z, w]) => new Vector4(x, y, z, w)),
  };
}

function intVectors(number: fc.Arbitrary<number>) {
  return {
    vector2i: fc.tuple(number, number).map(([x, y]) => new Vector2i(x, y)),
    vector3i: fc.tuple(number, number, number).map(([x, y, z]) => new Vector3i(x, y, z)),
    vector4i: fc
      .tuple(number, number, number, number)
      .map(([x, y, z, w]) => new Vector4i(x, y, z, w)),
  };
}

export const { vector2, vector3, vector4 } = vectors(float);
export const { vector2i, vector3i, vector4i } = intVectors(int);
/** Of sizes that stay exact enough to be inverted. */
export const { vector2: plain2, vector3: plain3, vector4: plain4 } = vectors(usual);
export const smallInts = intVectors(smallInt);
export const nonzeroInts = intVectors(nonzeroInt);
export const sizes = vectors(positive);

export const unit2 = angle.map((each) => Vector2.fromAngle(each));
export const unit3 = fc
  .oneof(plain3, fc.constantFrom(Vector3.UP, Vector3.RIGHT, Vector3.BACK))
  .filter((each) => each.length() > 0.1)
  .map((each) => each.normalized());
export const axis = fc.constantFrom(Vector3.UP, Vector3.RIGHT, Vector3.BACK);
/** On an axis, or clearly beside it. */
export const clearUnit3 = nonzeroInts.vector3i.map((each) => new Vector3(each).normalized());
export const rotation = fc.tuple(unit3, angle).map(([axis, turn]) => new Quaternion(axis, turn));
export const rotationBasis = rotation.map((each) => new Basis(each));
export const scale = fc.float({ min: 0.25, max: 4, noNaN: true });
const scale3 = fc.tuple(scale, scale, scale).map(([x, y, z]) => new Vector3(x, y, z));
/** Turned and scaled, so that it has an inverse. */
export const properBasis = fc
  .tuple(rotationBasis, scale3)
  .map(([basis, by]) => basis.scaledLocal(by));
export const properTransform3d = fc
  .tuple(properBasis, plain3)
  .map(([basis, origin]) => new Transform3D(basis, origin));
export const rigidTransform3d = fc
  .tuple(rotationBasis, plain3)
  .map(([basis, origin]) => new Transform3D(basis, origin));
export const properTransform2d = fc
  .tuple(angle, scale, scale, plain2)
  .map(([turn, x, y, origin]) => new Transform2D(turn, new Vector2(x, y), 0.25, origin));

/** Boxes whose sizes are not negative: the engine warns of others where it asks what is inside. */
export const box2 = fc.tuple(plain2, sizes.vector2).map(([at, size]) => new Rect2(at, size));
export const box2i = fc
  .tuple(smallInts.vector2i, fc.nat(1000), fc.nat(1000))
  .map(([at, width, height]) => new Rect2i(at, new Vector2i(width, height)));
export const box3 = fc.tuple(plain3, sizes.vector3).map(([at, size]) => new AABB(at, size));

const channel = fc.oneof(weight, fc.constantFrom(0, 1, 0.5, -0.5, 2));
export const color = fc
  .tuple(channel, channel, channel, channel)
  .map(([r, g, b, a]) => new Color(r, g, b, a));
export const paint = fc
  .tuple(weight, weight, weight, weight)
  .map(([r, g, b, a]) => new Color(r, g, b, a));
const hexDigits = (length: number) =>
  fc
    .integer({ min: 0, max: 16 ** length - 1 })
    .map((each) => each.toString(16).padStart(length, "0"));
export const hexColor = fc.oneof(hexDigits(3), hexDigits(4), hexDigits(6), hexDigits(8));
export const colorText = fc.oneof(
  fc.constantFrom("red", "Light Blue", "#f80", "TRANSPARENT"),
  hexColor,
);

export const side = fc.constantFrom(0, 1, 2, 3);
export const eulerOrder = fc.nat(5);
export const eye = fc.constantFrom(1, 2);
export const viewAngle = fc.float({ min: 30, max: 120, noNaN: true });
export const far = fc.float({ min: 1, max: 1000, noNaN: true });
/** A direction that is not that of the vector up. */
export const level3 = plain3.filter(({ x, z }) => Math.abs(x) + Math.abs(z) > 1);

export const perspective = fc
  .tuple(viewAngle, fc.float({ min: 0.5, max: 2, noNaN: true }))
  .map(([fovy, aspect]) => Projection.createPerspective(fovy, aspect, 0.1, 100));

const projection = fc
  .tuple(plain4, plain4, plain4, plain4)
  .map(([x, y, z, w]) => new Projection(x, y, z, w));

/** Any value of a type of the engine's. */
export const arbitraries: Readonly<Record<string, Arbitrary>> = {
  bool: fc.boolean(),
  int,
  float,
  String: colorText,
  Vector2: vector2,
  Vector2i: vector2i,
  Rect2: fc.tuple(vector2, vector2).map(([position, size]) => new Rect2(position, size)),
  Rect2i: fc
    .tuple(smallInts.vector2i, smallInts.vector2i)
    .map(([position, size]) => new Rect2i(position, size)),
  Vector3: vector3,
  Vector3i: vector3i,
  Transform2D: fc.oneof(
    properTransform2d,
    fc.tuple(plain2, plain2, plain2).map(([x, y, origin]) => new Transform2D(x, y, origin)),
  ),
  Vector4: vector4,
  Vector4i: vector4i,
  Plane: fc.oneof(
    fc.tuple(unit3, usual).map(([normal, d]) => new Plane(normal, d)),
    fc.tuple(vector3, float).map(([normal, d]) => new Plane(normal, d)),
  ),
  Quaternion: fc.oneof(
    rotation,
    plain4.map(({ x, y, z, w }) => new Quaternion(x, y, z, w)),
  ),
  AABB: fc.tuple(vector3, vector3).map(([position, size]) => new AABB(position, size)),
  Basis: fc.oneof(
    properBasis,
    fc.tuple(plain3, plain3, plain3).map(([x, y, z]) => new Basis(x, y, z)),
  ),
  Transform3D: fc.oneof(
    properTransform3d,
    fc
      .tuple(plain3, plain3, plain3, plain3)
      .map(([x, y, z, origin]) => new Transform3D(x, y, z, origin)),
  ),
  Projection: fc.oneof(perspective, projection),
  Color: color,
  PackedVector2Array: fc.array(vector2, { maxLength: 4 }),
  PackedVector3Array: fc.array(vector3, { maxLength: 4 }),
};

/** Any value of that type. Throws where none is known. */
export function anyOf(type: string): Arbitrary {
  const arbitrary = arbitraries[type];
  if (arbitrary === undefined) throw new TypeError(`no random values of ${type} are known`);
  return arbitrary;
}
