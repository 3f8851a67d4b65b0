// How the constructor of a math type takes its arguments: the members themselves in code that V8
// inlines, all other forms of the class reference beside it.
import { builtinTable, isValueType, valueTable } from "./api";
import { describe } from "./argument-error";
import { native } from "./native";
import { typeCode } from "./type-code";
import { compile, constructCode, numberPaths } from "./value-code";

/** Names of parameters beyond the members. */
const more = ["more1", "more2", "more3"];

/** The parameters of a type's constructor: its members first, as many as its longest form takes. */
export function constructorParameters(type: string): string[] {
  const { fields } = valueTable(type);
  const longest = Math.max(...builtinTable(type).constructors.map((form) => form.length));
  return [...fields.map(([field]) => field), ...more.slice(0, longest - fields.length)];
}

/**
 * Statements that set the members from the parameters.
 *
 * Hot: 6 ns for a Vector2, if the members come first, and each is checked in one expression.
 */
export function constructorCode(type: string): string {
  const { fields } = valueTable(type);
  const names = fields.map(([field]) => field);
  const parameters = constructorParameters(type);
  const fits = [
    ...fields.map(([field, fieldType]) => fitsMember(field, fieldType)),
    ...parameters.slice(fields.length).map((each) => `${each} === undefined`),
  ];
  const assign = fields.map(([field, fieldType]) => `this.${field} = ${kept(field, fieldType)};`);
  return `${lastOptional(type)} if (!(${fits.join(" && ")})) {
      ${flatForm(type)} ({ ${names.join(", ")} } = convert(${parameters.join(", ")}));
    }
    ${assign.join(" ")}`;
}

/** Ints wrap, floats are rounded to those of the engine: what comes back from it is equal. */
function kept(field: string, type: string): string {
  if (type === "float") return `Math.fround(${field})`;
  return type === "int" ? `${field} | 0` : field;
}

function fitsMember(field: string, type: string): string {
  if (isValueType(type)) return `${field} instanceof classes.${type}`;
  return type === "int" ? `(${field} | 0) === ${field}` : `typeof ${field} === "number"`;
}

/** `new Color(r, g, b)` is as fast as with its alpha. */
function lastOptional(type: string): string {
  const { fields } = valueTable(type);
  const last = fields.at(-1)?.[0];
  const before = fields.at(-2)?.[0];
  const numbers = fields.map(([, fieldType]) => fieldType);
  const shorter = numbers.slice(0, -1).join();
  const has = builtinTable(type).constructors.some((form) => form.join() === shorter);
  if (!has || numbers.some((each) => each !== "float")) return "";
  return `if (${last} === undefined && typeof ${before} === "number") ${last} = 1;`;
}

/** `new Rect2(x, y, width, height)`: all numbers of a value whose members are values. */
function flatForm(type: string): string {
  const parameters = constructorParameters(type);
  const paths = numberPaths(type);
  const { fields, components } = valueTable(type);
  const has = builtinTable(type).constructors.some(
    (form) => form.length === paths.length && form.every((each) => !isValueType(each)),
  );
  if (!has || paths.length === fields.length) return "";
  const kind = components[0]?.[1] === "int32" ? "int" : "float";
  const number = (path: string) => parameters[paths.indexOf(path)] ?? "";
  const members = fields.map(([field, fieldType]) =>
    isValueType(fieldType) ? constructCode(fieldType, number, `${field}.`) : number(field),
  );
  const fits = paths.map((path) => fitsMember(number(path), kind)).join(" && ");
  const names = fields.map(([field]) => field);
  return `if (${fits}) { [${names.join(", ")}] = [${members.join(", ")}]; } else`;
}

export type Convert = (...args: readonly unknown[]) => object;

/** Makes a value by whichever of the engine's constructors fits the arguments. */
export function converter(type: string, initial: () => object): Convert {
  const { constructors } = builtinTable(type);
  const made = new Map<number, (...args: readonly unknown[]) => object>();
  return (...args) => {
    const given = args.slice(0, args.findLastIndex((each) => each !== undefined) + 1);
    if (given.length === 0) return initial();
    const index = constructors.findIndex(
      (form) =>
        form.length === given.length && form.every((each, place) => isA(each, given[place])),
    );
    if (index < 0) throw noForm(type, constructors, given);
    let make = made.get(index);
    if (make === undefined) {
      const form = constructors[index] ?? [];
      make = native.builtinConstructor(typeCode(type), index, 0, form.map(typeCode));
      made.set(index, make);
    }
    return make(...given);
  };
}

function isA(type: string, value: unknown): boolean {
  if (type === "float") return typeof value === "number";
  if (type === "int") return Number.isInteger(value);
  if (type === "String") return typeof value === "string";
  return isValueType(type) && value?.constructor?.name === type;
}

function noForm(
  type: string,
  constructors: readonly (readonly string[])[],
  given: readonly unknown[],
): TypeError {
  const forms = constructors.map((form) => `(${form.join(", ")})`).join(" ");
  const came = given.map(describe).join(", ");
  return new TypeError(`new ${type}(${came}): its constructors take ${forms}`);
}

/** Makes values of a type from their numbers in order of memory; `null` stands for infinity. */
export function fromNumbers(
  type: string,
  classes: Readonly<Record<string, unknown>>,
): (numbers: readonly (number | null)[]) => object {
  const places = valueTable(type).components.map(([path]) => path);
  const number = (path: string) => `numbers[${places.indexOf(path)}] ?? Infinity`;
  return compile(`(numbers) => ${constructCode(type, number)}`, { classes });
}
