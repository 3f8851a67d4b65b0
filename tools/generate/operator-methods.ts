import type { ApiBuiltinClass, ApiOperator } from "./api";

const methods: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "mod",
  "unary-": "neg",
  "<": "lessThan",
  "<=": "lessOrEqual",
  ">": "greaterThan",
  ">=": "greaterOrEqual",
  in: "isIn",
};

/**
 * The method that stands for an operator of a builtin type: one name for each operator, but for a
 * product with a number, which is `scale`. Undefined where no method is needed: `==` is `equals`,
 * `+a` is `a` itself, and a vector of ints by a fraction is a matter of a vector of floats.
 */
export function operatorMethod(type: ApiBuiltinClass, operator: ApiOperator): string | undefined {
  const { name, right_type, return_type } = operator;
  if (right_type !== "int" && right_type !== "float") return methods[name];
  // A number is both. Where that makes a difference, it is an int.
  const other = type.operators?.find(
    (each) => each.name === name && each.right_type === (right_type === "int" ? "float" : "int"),
  );
  const wins =
    right_type === "int" ? return_type !== other?.return_type : return_type === other?.return_type;
  if (other !== undefined && !wins) return undefined;
  return name === "*" ? "scale" : methods[name];
}
