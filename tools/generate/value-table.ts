import type { StorageKind, ValueTable } from "../../src/godot/api-table";
import type { Api, ApiBuiltinClass } from "./api";
import { enumTables } from "./class-table";

const buildConfiguration = { single: "float_64", double: "double_64" } as const;

/** The math types are those of which the dump knows the members' offsets. */
export function valueTables(api: Api): Record<string, ValueTable> {
  const configuration = buildConfiguration[api.header.precision];
  const offsets = api.builtin_class_member_offsets.find(
    (each) => each.build_configuration === configuration,
  );
  if (!offsets) throw new Error(`The dump has no member offsets for ${configuration}`);

  const float: StorageKind = api.header.precision === "double" ? "float64" : "float32";
  const layouts: Layouts = new Map(
    offsets.classes.map(({ name, members }) => [
      name,
      members.map(({ member, meta }) => [member, meta] as const),
    ]),
  );
  const builtins = new Map(api.builtin_classes.map((each) => [each.name, each]));
  return Object.fromEntries(
    [...layouts].map(([name, fields]) => {
      const builtin = builtins.get(name) ?? { name };
      const paths = componentPaths(name, layouts);
      return [name, valueTable(builtin, fields, paths, float)];
    }),
  );
}

type Layouts = ReadonlyMap<string, readonly (readonly [string, string])[]>;

/** A path to a number inside a value, and whether it is an int. */
interface Component {
  readonly path: string;
  readonly isInt: boolean;
}

function valueTable(
  builtin: ApiBuiltinClass,
  fields: readonly (readonly [string, string])[],
  components: readonly Component[],
  float: StorageKind,
): ValueTable {
  const constants = (builtin.constants ?? []).filter((each) => each.type === builtin.name);
  const numbers = new Map(constants.map(({ name, value }) => [name, constantNumbers(value)]));
  const zeros = components.map(({ path }) =>
    unitComponents.has(`${builtin.name}.${path}`) ? 1 : 0,
  );
  return {
    fields: fields.map(([name, type]) => [name, type === "int32" ? "int" : type]),
    components: components.map(({ path, isInt }) => [path, isInt ? "int32" : float]),
    initial: numbers.get("IDENTITY") ?? zeros,
    constants: Object.fromEntries(
      [...numbers].map(([name, each]) => [name, each.map((n) => (Number.isFinite(n) ? n : null))]),
    ),
    enums: enumTables(builtin.enums ?? []),
  };
}

/** Components that are 1 in a value made without arguments, where no IDENTITY says so. */
const unitComponents: ReadonlySet<string> = new Set(["Color.a", "Quaternion.w"]);

/**
 * Flattens a type's members. A Basis is the exception to "members in order of memory": the engine
 * stores its rows, while its members x, y and z are the columns. The dump's offsets hide that.
 */
function componentPaths(type: string, layouts: Layouts): Component[] {
  if (type === "Basis") {
    const axes = ["x", "y", "z"];
    const path = (row: string) =>
      axes.map((column) => ({ path: `${column}.${row}`, isInt: false }));
    return axes.flatMap(path);
  }
  return (layouts.get(type) ?? []).flatMap(([member, memberType]) =>
    layouts.has(memberType)
      ? componentPaths(memberType, layouts).map(({ path, isInt }) => ({
          path: `${member}.${path}`,
          isInt,
        }))
      : [{ path: member, isInt: memberType === "int32" }],
  );
}

/** Reads `Vector2(inf, 0)`. The engine writes the numbers of a constant in order of memory. */
export function constantNumbers(text: string): number[] {
  const inside = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
  return inside.split(",").map((each) => {
    const number = each.trim();
    return number === "inf" ? Number.POSITIVE_INFINITY : Number(number);
  });
}
