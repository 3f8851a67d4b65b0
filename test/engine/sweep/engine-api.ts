// What there is to call, as module "godot" has it.

import * as godot from "godot";
import { FileAccess, type Object as GodotObject, isInstanceValid } from "godot";
import type { SignatureHeader, Signatures } from "../../../src/godot/signature-table";
import { memberName } from "../../../tools/generate/names";

export type EngineClass = (new () => GodotObject) & { readonly prototype: GodotObject };

/** What an argument must be, by the file that errors read: `Node or null`. */
export type ArgumentTypes = readonly string[];

const exported = godot as unknown as Readonly<Record<string, unknown>>;

/** The classes that can be constructed, by name. */
export function classes(): readonly EngineClass[] {
  return Object.values(exported).filter(isEngineClass).sort(byName);
}

/** The singletons that this engine has. */
export function singletons(): readonly GodotObject[] {
  return Object.values(exported).filter((value): value is GodotObject =>
    isInstanceValid(value as GodotObject | null),
  );
}

const builtinTypes: ReadonlySet<string> = new Set(
  (
    "AABB Array Basis Callable Color Dictionary NodePath PackedByteArray PackedColorArray " +
    "PackedFloat32Array PackedFloat64Array PackedInt32Array PackedInt64Array PackedStringArray " +
    "PackedVector2Array PackedVector3Array PackedVector4Array Plane Projection Quaternion RID Rect2 " +
    "Rect2i Signal StringName Transform2D Transform3D Vector2 Vector2i Vector3 Vector3i Vector4 " +
    "Vector4i"
  ).split(" "),
);

/** The builtin types that have a class here. */
export function builtins(): readonly (new (...args: unknown[]) => unknown)[] {
  return Object.entries(exported)
    .filter(([name, value]) => builtinTypes.has(name) && typeof value === "function")
    .map(([, value]) => value as new (...args: unknown[]) => unknown);
}

/** The utility functions, with their names. */
export function utilities(): readonly (readonly [string, (...args: unknown[]) => unknown])[] {
  const { utilities: known } = signatures().header;
  const names = new Set(Object.keys(known).map(memberName));
  return Object.entries(exported).filter(
    (entry): entry is [string, (...args: unknown[]) => unknown] =>
      names.has(entry[0].replace(/_$/, "")) && typeof entry[1] === "function",
  );
}

/** What the arguments of a method or utility function must be. */
export function argumentTypes(className: string, member: string): ArgumentTypes {
  return argumentsByMember(className).get(member.replace(/_$/, "")) ?? [];
}

function isEngineClass(value: unknown): value is EngineClass {
  return (
    typeof value === "function" &&
    (value === godot.Object || value.prototype instanceof godot.Object)
  );
}

function byName(a: EngineClass, b: EngineClass): number {
  return a.name < b.name ? -1 : 1;
}

const known = new Map<string, ReadonlyMap<string, ArgumentTypes>>();

function argumentsByMember(className: string): ReadonlyMap<string, ArgumentTypes> {
  let types = known.get(className);
  if (types === undefined) {
    const { header, classes: byClass } = signatures();
    const functions = className === "" ? header.utilities : (byClass.get(className) ?? {});
    types = new Map(
      Object.entries(functions).map(([name, rows]) => [
        memberName(name),
        rows.map(([, type]) => type),
      ]),
    );
    known.set(className, types);
  }
  return types;
}

interface SignatureFile {
  readonly header: SignatureHeader;
  readonly classes: ReadonlyMap<string, Signatures>;
}

let file: SignatureFile | undefined;

function signatures(): SignatureFile {
  if (file === undefined) {
    const runtime = "res://addons/godot_ts/runtime";
    const [header = "", ...lines] = FileAccess.getFileAsString(`${runtime}/signatures.txt`).split(
      "\n",
    );
    const [table = ""] = FileAccess.getFileAsString(`${runtime}/api.txt`).split("\n", 1);
    const { order } = JSON.parse(table) as { order: readonly string[] };
    file = {
      header: JSON.parse(header),
      classes: new Map(order.map((name, line) => [name, JSON.parse(lines[line] ?? "{}")])),
    };
  }
  return file;
}
