// The run-time table: a class is parsed when it is first used.
import type { ApiHeader, ClassTable } from "./api-table";
import { readBytes } from "./native";

const file = Buffer.from(readBytes("res://addons/godot_ts/runtime/api.txt").buffer);
const lineBreak = 10;
const headerLength = file.indexOf(lineBreak);

export const api: ApiHeader = JSON.parse(file.toString("latin1", 0, headerLength));

let start = headerLength + 1;
const lines = api.lengths.map((length) => {
  const line = [start, start + length] as const;
  start += length + 1;
  return line;
});

const numbers = new Map(api.order.map((name, number) => [name, number]));
const tables = new Map<string, ClassTable>();

/** The place of a class in the pre-order of the inheritance tree; undefined for an unknown one. */
export function classNumber(name: string): number | undefined {
  return numbers.get(name);
}

/** What is known of a class of the engine. Throws for a name that is none. */
export function classTable(name: string): ClassTable {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`the engine has no class ${name}`);
  const table: ClassTable = JSON.parse(file.toString("latin1", ...(lines[number] ?? [])));
  tables.set(name, table);
  return table;
}

/** The class and its ancestors, itself first. */
export function* lineage(name: string): Generator<[name: string, table: ClassTable]> {
  for (let each = name; each !== ""; each = classTable(each).base) yield [each, classTable(each)];
}
