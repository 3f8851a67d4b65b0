import type { ApiBuiltinClass } from "../../../tools/generate/api";
import { operatorMethod } from "../../../tools/generate/operator-methods";

/** A type with one operator for each type at its right. */
function type(
  name: string,
  sign: string,
  results: Readonly<Record<string, string>>,
): ApiBuiltinClass {
  const operators = Object.entries(results).map(([right_type, return_type]) => ({
    name: sign,
    right_type,
    return_type,
  }));
  return { name, operators };
}

/** The methods of all operators of a type. */
function methods(builtin: ApiBuiltinClass): (string | undefined)[] {
  return (builtin.operators ?? []).map((each) => operatorMethod(builtin, each));
}

describe("the method of an operator", () => {
  test("is one for each operator", () => {
    expect(methods(type("Vector2", "+", { Vector2: "Vector2" }))).toEqual(["add"]);
    expect(methods(type("Vector2", "<=", { Vector2: "bool" }))).toEqual(["lessOrEqual"]);
    expect(operatorMethod({ name: "Vector2" }, { name: "unary-", return_type: "Vector2" })).toBe(
      "neg",
    );
  });

  test("is scale for a product with a number, which is there once", () => {
    const vector = type("Vector2", "*", { int: "Vector2", float: "Vector2", Vector2: "Vector2" });
    expect(methods(vector)).toEqual([undefined, "scale", "mul"]);
  });

  test("takes a number for an int where that makes a difference", () => {
    expect(methods(type("Vector2i", "/", { int: "Vector2i", float: "Vector2" }))).toEqual([
      "div",
      undefined,
    ]);
  });

  test("takes the only number that there is", () => {
    expect(methods(type("Vector2i", "%", { int: "Vector2i" }))).toEqual(["mod"]);
  });

  test("is not needed for equality, nor for what changes nothing", () => {
    expect(methods(type("Vector2", "==", { Variant: "bool", Vector2: "bool" }))).toEqual([
      undefined,
      undefined,
    ]);
    expect(
      operatorMethod({ name: "Vector2" }, { name: "unary+", return_type: "Vector2" }),
    ).toBeUndefined();
  });
});
