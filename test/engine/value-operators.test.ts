import fc from "fast-check";
import * as godot from "godot";
import { Dictionary, Array as GodotArray, type Variant, type VariantInput } from "godot";
import type { ApiBuiltinClass, ApiOperator } from "../../tools/generate/api";
import { operatorMethod } from "../../tools/generate/operator-methods";
import { mathTypes } from "./support/api-dump";
import { recordLog } from "./support/log-recorder";
import { expectSame, operand, reference } from "./support/reference";
import * as some from "./support/value-arbitraries";
import { anyOf } from "./support/value-arbitraries";

type Arbitrary = fc.Arbitrary<unknown>;

// biome-ignore lint/suspicious/noExplicitAny: values of any of the types
type AnyValue = any;

const rows = mathTypes().flatMap((type) =>
  (type.operators ?? []).map((operator) => ({ type, operator, name: nameOf(type, operator) })),
);

function nameOf(type: ApiBuiltinClass, { name, right_type }: ApiOperator): string {
  if (name.startsWith("unary") || right_type === undefined) return `${name} ${type.name}`;
  return `${type.name} ${name} ${right_type}`;
}

/** Operands that the operator is made for, where the engine warns of others, or ints overflow. */
const valid: Readonly<Record<string, readonly [Arbitrary | undefined, Arbitrary | undefined]>> = {
  "Vector3 * Quaternion": [undefined, some.rotation],
  "Quaternion * Vector3": [some.rotation, undefined],
  "Plane * Transform3D": [undefined, some.properTransform3d],
  "Transform3D * Plane": [some.properTransform3d, undefined],
  ...intOperands("Vector2i", some.smallInts.vector2i, some.nonzeroInts.vector2i),
  ...intOperands("Vector3i", some.smallInts.vector3i, some.nonzeroInts.vector3i),
  ...intOperands("Vector4i", some.smallInts.vector4i, some.nonzeroInts.vector4i),
};

function intOperands(type: string, any: Arbitrary, nonzero: Arbitrary) {
  return {
    [`${type} + ${type}`]: [any, any],
    [`${type} - ${type}`]: [any, any],
    [`${type} * ${type}`]: [any, any],
    [`${type} / ${type}`]: [any, nonzero],
    [`${type} % ${type}`]: [any, nonzero],
    [`${type} * int`]: [any, some.smallInt],
    [`${type} / int`]: [any, some.nonzeroInt],
    [`${type} % int`]: [any, some.nonzeroInt],
    [`${type} / float`]: [any, some.positive],
  } as const;
}

const compared = new Set<string>();

describe("an operator's result is the engine's", () => {
  test.each(rows)("$name", async ({ type, operator, name }) => {
    const warnings = await recordLog(() => compare(type, operator, name));
    expect(new Set(warnings.map(({ text }) => text))).toEqual(new Set());
    compared.add(name);
  });

  test("each operator of the dump was compared", () => {
    expect([...compared]).toEqual(rows.map(({ name }) => name));
    expect(compared.size).toBeGreaterThan(250);
  });
});

function compare(type: ApiBuiltinClass, operator: ApiOperator, name: string): void {
  const { name: sign, right_type: right } = operator;
  const left = valid[name]?.[0] ?? anyOf(type.name);
  const inputs: Arbitrary[] = [left];
  if (right !== undefined) inputs.push(valid[name]?.[1] ?? rightOperand(right, left));
  const engine = reference(
    right === undefined ? `${sign.replace("unary", "")} a[0]` : `a[0] ${sign} ${operand(right, 1)}`,
  );
  const ours = computation(type, operator);
  fc.assert(
    fc.property(fc.tuple(...inputs), (args) => {
      expectSame(ours(args[0], args[1]), engine(args as VariantInput[]), 0);
    }),
  );
}

/** A container has something of the left operand's type in it; "Variant" stands for null. */
function rightOperand(type: string, left: Arbitrary): Arbitrary {
  if (type === "Variant") return fc.constant(null);
  if (type === "Dictionary") {
    return fc
      .array(left)
      .map((keys) => Dictionary.from(new Map(keys.map((key) => [key as Variant, 1]))));
  }
  if (type === "Array") return fc.array(left).map((items) => GodotArray.from(items as []));
  return /^Packed(Vector4|Color)/.test(type) ? fc.array(left) : anyOf(type);
}

/** How we write the operator. */
function computation(
  type: ApiBuiltinClass,
  operator: ApiOperator,
): (left: AnyValue, right: AnyValue) => unknown {
  const { name, right_type, return_type } = operator;
  if (name === "==") return (left, right) => left.equals(right);
  if (name === "!=") return (left, right) => !left.equals(right);
  if (name === "not") return (left) => left.equals(new (Reflect.get(godot, type.name))());
  if (name === "unary+") return (left) => left;
  const isNumber = right_type === "int" || right_type === "float";
  const method = (isNumber && byNumber[name]) || operatorMethod(type, operator) || "";
  // A vector of ints and a fraction: written with a vector of floats.
  const convert = isNumber && type.name.endsWith("i") && return_type !== type.name;
  return (left, right) => {
    const self = convert ? new (Reflect.get(godot, return_type))(left) : left;
    return right_type === undefined ? self[method]() : self[method](right);
  };
}

const byNumber: Readonly<Record<string, string>> = { "*": "scale", "/": "div", "%": "mod" };
