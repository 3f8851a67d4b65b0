// The run-time table: a class or a type is parsed when it is first used.
import type { ApiHeader, BuiltinTable, ClassTable, ValueTable } from "./api-table";
import { LineFile, type ReadPiece } from "./line-file";

const file = new LineFile<ApiHeader>("res://addons/godot_ts/runtime/api.txt");

export const api: ApiHeader = file.header;

const numbers = new Map(api.order.map((name, number) => [name, number]));
const classTables = new Map<string, ClassTable>();
const builtinTables = new Map<string, BuiltinTable>();
const valueTables = new Map<string, ValueTable>();

/**
 * Frees the 2 MB of the file: what is wanted of it later is read from disk. When the engine's classes
 * can be used.
 */
export function leaveTableOnDisk(open: (path: string) => ReadPiece): void {
  file.leaveOnDisk(open);
}

function parse<T>(known: Map<string, T>, name: string, line: number): T {
  const parsed = file.read(line) as T;
  known.set(name, parsed);
  return parsed;
}

/** The place of a class in the pre-order of the inheritance tree; undefined for an unknown one. */
export function classNumber(name: string): number | undefined {
  return numbers.get(name);
}

/** What is known of a class of the engine. Throws for a name that is none. */
export function classTable(name: string): ClassTable {
  const known = classTables.get(name);
  if (known !== undefined) return known;
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`the engine has no class ${name}`);
  return parse(classTables, name, number);
}

/** What is known of a builtin type. Throws for a name that is none. */
export function builtinTable(name: string): BuiltinTable {
  const known = builtinTables.get(name);
  if (known !== undefined) return known;
  const place = api.builtins.indexOf(name);
  if (place < 0) throw new Error(`the engine has no builtin type ${name}`);
  return parse(builtinTables, name, api.order.length + place);
}

export function isValueType(type: string): boolean {
  return api.values.includes(type);
}

/** The layout of a math type. Throws for a name that is none. */
export function valueTable(name: string): ValueTable {
  const known = valueTables.get(name);
  if (known !== undefined) return known;
  const place = api.values.indexOf(name);
  if (place < 0) throw new Error(`the engine has no value type ${name}`);
  return parse(valueTables, name, api.order.length + api.builtins.length + place);
}

/** The class and its ancestors, itself first. */
export function* lineage(name: string): Generator<[name: string, table: ClassTable]> {
  for (let each = name; each !== ""; each = classTable(each).base) yield [each, classTable(each)];
}
