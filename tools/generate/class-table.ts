import {
  type ClassTable,
  genericAccessor,
  type MethodRow,
  methodFlags,
  type PropertyRow,
  type SignalRow,
  type VirtualRow,
} from "../../src/godot/api-table";
import type { ApiConstant, ApiEnum, ApiMethod } from "./api";
import type { ClassModel } from "./class-model";
import { simpleDefaults } from "./default-value";
import { memberName } from "./names";
import type { Accessor } from "./property-model";
import { typeCode } from "./type-code";

export function classTable(model: ClassModel): ClassTable {
  const methods: Record<string, MethodRow> = {};
  for (const [name, method] of model.methods) methods[name] = methodRow(method);

  const virtuals: Record<string, VirtualRow> = {};
  for (const [name, method] of model.virtuals) {
    virtuals[name] = [method.name, method.hash ?? 0, returnCode(method), argumentCodes(method)];
  }

  const properties: Record<string, PropertyRow> = {};
  for (const [name, property] of model.properties) {
    const { api, getter, setter } = property;
    const type = typeCode(property.type);
    const setterName = setter ? accessorName(setter) : "";
    properties[name] = [api.name, type, setterName, accessorName(getter), api.index ?? -1];
    if (setter?.by === "hidden") {
      const row: MethodRow = [
        setter.engineName,
        setter.hash,
        methodFlags.hidden,
        "void",
        [type],
        1,
      ];
      methods[memberName(setter.engineName)] = row;
    }
  }

  const signals: Record<string, SignalRow> = {};
  for (const [name, signal] of model.signals) {
    signals[name] = [signal.name, (signal.arguments ?? []).map((each) => typeCode(each.type))];
  }

  return {
    base: model.api.inherits ?? "",
    refCounted: model.api.is_refcounted,
    instantiable: model.api.is_instantiable,
    methods,
    virtuals,
    properties,
    signals,
    constants: constantTable(model.api.constants ?? []),
    enums: enumTables(model.api.enums ?? []),
  };
}

export function constantTable(constants: readonly ApiConstant[]): Record<string, number> {
  return Object.fromEntries(constants.map(({ name, value }) => [name, value]));
}

export function enumTables(enums: readonly ApiEnum[]): Record<string, Record<string, number>> {
  return Object.fromEntries(enums.map((each) => [each.name, constantTable(each.values)]));
}

export function methodRow(
  method: Pick<
    ApiMethod,
    "name" | "hash" | "is_static" | "is_vararg" | "is_const" | "return_value" | "arguments"
  >,
): MethodRow {
  const flags =
    (method.is_static ? methodFlags.static : 0) |
    (method.is_vararg ? methodFlags.vararg : 0) |
    (method.is_const ? methodFlags.const : 0);
  const args = method.arguments ?? [];
  const required = args.filter((each) => each.default_value === undefined);
  const row = [
    method.name,
    method.hash ?? 0,
    flags,
    returnCode(method),
    argumentCodes(method),
    required.length,
  ] as const;
  const defaults = simpleDefaults(args);
  return defaults.length === 0 ? row : [...row, defaults];
}

function accessorName(accessor: Accessor): string {
  if (accessor.by === "method") return accessor.method.name;
  return accessor.by === "hidden" ? accessor.engineName : genericAccessor;
}

function returnCode(method: Pick<ApiMethod, "return_value">): string {
  return typeCode(method.return_value?.type);
}

function argumentCodes(method: Pick<ApiMethod, "arguments">): string[] {
  return (method.arguments ?? []).map((each) => typeCode(each.type));
}
