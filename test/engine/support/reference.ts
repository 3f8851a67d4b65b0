import { Error as EngineError, GDScript, type Value, type Variant, type VariantInput } from "godot";

/**
 * What GDScript makes of an expression in which `a[0]`, `a[1]`… are values: the engine's own result,
 * without anything of ours but the way there and back.
 */
export function reference(expression: string): (args: readonly VariantInput[]) => Variant {
  return body(`return ${expression}`);
}

/** The same of statements, one a line. */
export function body(...lines: readonly string[]): (args: readonly VariantInput[]) => Variant {
  const script = new GDScript();
  script.sourceCode = `static func compute(a: Array):\n${lines.map((each) => `\t${each}\n`).join("")}`;
  if (script.reload() !== EngineError.OK)
    throw new TypeError(`GDScript refuses ${lines.join("; ")}`);
  return (args) => script.call("compute", args);
}

/** `a[1]` as an operand of that type: a number is an int or a float, an array is of its type. */
export function operand(type: string, index: number): string {
  return type === "int" || type === "float" || type.startsWith("Packed")
    ? `${type}(a[${index}])`
    : `a[${index}]`;
}

/**
 * Asserts that a result is the engine's. `tolerance` is relative to the largest number among the
 * expected and `scale`: 0 asks for the same numbers, where NaN is NaN, and -0 is 0.
 */
export function expectSame(actual: unknown, expected: unknown, tolerance: number, scale = 0): void {
  const actualNumbers = numbers(actual);
  const expectedNumbers = numbers(expected);
  if (kind(actual) === kind(expected) && actualNumbers.length === expectedNumbers.length) {
    const largest = Math.max(scale, ...expectedNumbers.filter(Number.isFinite).map(Math.abs));
    const same = actualNumbers.every((each, index) => {
      const other = expectedNumbers[index] ?? Number.NaN;
      if (each === other || (Number.isNaN(each) && Number.isNaN(other))) return true;
      return Math.abs(each - other) <= tolerance * largest;
    });
    if (same && (actualNumbers.length > 0 || actual === expected || bothEmpty(actual, expected))) {
      return;
    }
  }
  throw new TypeError(`got ${show(actual)}, the engine has ${show(expected)}`);
}

/** The largest number in some values. */
export function magnitude(values: readonly unknown[]): number {
  return Math.max(0, ...values.flatMap(numbers).filter(Number.isFinite).map(Math.abs));
}

function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(numbers);
  return isValue(value) ? Object.values(value).flatMap(numbers) : [];
}

function kind(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return isValue(value) ? value.constructor.name : typeof value;
}

function isValue(value: unknown): value is Value {
  return typeof value === "object" && value !== null && "equals" in value;
}

function bothEmpty(actual: unknown, expected: unknown): boolean {
  return Array.isArray(actual) && Array.isArray(expected);
}

function show(value: unknown): string {
  return `${kind(value)} ${numbers(value).length > 0 ? numbers(value).join(", ") : String(value)}`;
}
