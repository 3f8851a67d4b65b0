import type { ApiArgument } from "../api";
import type { EngineModel } from "../class-model";
import { typeText } from "../declarations/type-text";
import { constantNumbers } from "../value-table";

/** Writes the value that an argument has when it is left out, as a TypeScript program would. */
export class Defaults {
  readonly #values: EngineModel["values"];
  /** The members of each enum by value, named as in a program: `Node.INTERNAL_MODE_DISABLED`. */
  readonly #enums = new Map<string, ReadonlyMap<number, string>>();

  constructor({ api, values }: EngineModel) {
    this.#values = values;
    for (const each of api.global_enums) this.#addEnum(each, each.name, "");
    for (const { name, enums = [] } of api.classes) {
      for (const each of enums) this.#addEnum(each, `${name}.${each.name}`, `${name}.`);
    }
  }

  #addEnum(
    { values }: { readonly values: readonly { readonly name: string; readonly value: number }[] },
    path: string,
    prefix: string,
  ): void {
    const members = new Map<number, string>();
    // Of several names for one value, the first counts.
    for (const { name, value } of values) {
      if (!members.has(value)) members.set(value, prefix + name);
    }
    this.#enums.set(path, members);
  }

  /** The text of a default; undefined for an argument that has to be given. */
  of({ type, default_value: text }: ApiArgument): string | undefined {
    if (text === undefined) return undefined;
    const [, path] = /^(?:enum|bitfield)::(.*)$/.exec(type) ?? [];
    if (path !== undefined) return this.#enumText(path, Number(text)) ?? text;
    if (type === "float") return String(Number(text));
    if (type in this.#values) return this.#valueText(type, text);
    if (text === `${type}()`) return emptyText(type);
    const string = /^(?:&|\^|NodePath\()?(".*?")\)?$/s.exec(text)?.[1];
    return string ?? text.replace(/^Array\[.*\]\((.*)\)$/, "$1");
  }

  #enumText(path: string, value: number): string | undefined {
    const members = this.#enums.get(path) ?? new Map<number, string>();
    const whole = members.get(value);
    if (whole !== undefined || value <= 0) return whole;
    const bits = [...members].filter(([bit]) => isPowerOfTwo(bit) && (value & bit) !== 0);
    const sum = bits.reduce((all, [bit]) => all | bit, 0);
    return sum === value ? bits.map(([, name]) => name).join(" | ") : undefined;
  }

  #valueText(type: string, text: string): string {
    const numbers = constantNumbers(text);
    const same = (others: readonly (number | null)[]) =>
      others.every((each, index) => each === numbers[index]);
    const value = this.#values[type];
    const constant = Object.entries(value?.constants ?? {}).find(([, each]) => same(each));
    if (constant !== undefined) return `${type}.${constant[0]}`;
    return value && same(value.initial) ? `new ${type}()` : `new ${text}`;
  }
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}

/** The empty value of a type, which is an object of its own class or of JavaScript's. */
function emptyText(type: string): string {
  const ours = typeText(type, "out");
  return ours.startsWith("readonly ") ? "[]" : `new ${ours}()`;
}
