// The run-time table: a class is parsed when it is first used.
import type { ApiHeader, ClassTable } from "./api-table";
import { LineFile } from "./line-file";

const file = new LineFile<ApiHeader>("res://addons/godot_ts/runtime/api.txt");

export const api: ApiHeader = file.header;

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
  const table = file.read(number) as ClassTable;
  tables.set(name, table);
  return table;
}

/** The class and its ancestors, itself first. */
export function* lineage(name: string): Generator<[name: string, table: ClassTable]> {
  for (let each = name; each !== ""; each = classTable(each).base) yield [each, classTable(each)];
}
