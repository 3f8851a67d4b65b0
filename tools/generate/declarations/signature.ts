import type { ApiArgument, ApiMethod } from "../api";
import { variableName } from "../names";
import { isNeverNull } from "./never-null";
import { argumentText, type Direction, returnText, typeText, wideInt } from "./type-text";
import { returnsWideInt } from "./wide-ints";

/** `(path: string, ...args: VariantInput[]): Node | null`, of a method that we call. */
export function methodSignature(method: ApiMethod, owner = ""): string {
  const parameters = parameterList(method.arguments ?? [], "in");
  if (method.is_vararg) parameters.push("...args: VariantInput[]");
  return `(${parameters.join(", ")}): ${resultText(method, owner)}`;
}

/** The signature of a method that the engine calls: what it takes comes out, what it gives goes in. */
export function virtualSignature(method: ApiMethod): string {
  const parameters = parameterList(method.arguments ?? [], "handed");
  return `(${parameters.join(", ")}): ${returnText(method.return_value, "in")}`;
}

/** `name: type`, with a question mark for what has a default. */
export function parameterList(args: readonly ApiArgument[], direction: Direction): string[] {
  return args.map((argument) => {
    const optional = argument.default_value === undefined ? "" : "?";
    return `${variableName(argument.name)}${optional}: ${argumentText(argument, direction)}`;
  });
}

/**
 * The type of what a method, or the property that it reads, gives us. Ints are taken to fit a number
 * but for those of which it is known that they need all 64 bits.
 *
 * @param owner The method's class, of which more may be known than the dump tells.
 */
export function resultText(method: ApiMethod, owner = ""): string {
  const value = method.return_value;
  if (value === undefined) return "void";
  const isWide = value.type === "int" && returnsWideInt(owner, method);
  const meta = isWide ? wideInt : isNeverNull(owner, method.name) ? "required" : value.meta;
  return typeText(value.type, "out", meta);
}
