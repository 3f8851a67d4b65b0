import type { BuiltinTable } from "../../src/godot/api-table";
import type { Api, ApiBuiltinClass } from "./api";
import { methodRow } from "./class-table";
import { memberName } from "./names";
import { operatorMethod } from "./operator-methods";
import { typeCode } from "./type-code";

/** What the engine's builtin types can do, by their names. */
export function builtinTables(api: Api): Record<string, BuiltinTable> {
  return Object.fromEntries(api.builtin_classes.map((each) => [each.name, builtinTable(each)]));
}

function builtinTable(builtin: ApiBuiltinClass): BuiltinTable {
  const methods = (builtin.methods ?? []).map((method) => {
    const value =
      method.return_type === undefined ? {} : { return_value: { type: method.return_type } };
    return [memberName(method.name), methodRow({ ...method, ...value })] as const;
  });
  return {
    methods: Object.fromEntries(methods),
    constructors: (builtin.constructors ?? []).map((each) =>
      (each.arguments ?? []).map((argument) => typeCode(argument.type)),
    ),
    operators: (builtin.operators ?? []).map((each) => [
      operatorMethod(builtin, each) ?? "",
      each.name,
      each.right_type === undefined ? "" : typeCode(each.right_type),
      typeCode(each.return_type),
    ]),
    members: Object.fromEntries(
      (builtin.members ?? []).map(({ name, type }) => [memberName(name), [name, typeCode(type)]]),
    ),
    item: builtin.indexing_return_type ?? "",
  };
}
