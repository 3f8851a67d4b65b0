import type { ApiHeader, ApiTable, UtilityRow } from "../../src/godot/api-table";
import type { ApiUtility } from "./api";
import { builtinTables } from "./builtin-table";
import type { EngineModel } from "./class-model";
import { classTable, constantTable, enumTables } from "./class-table";
import { variableName } from "./names";
import { typeCode } from "./type-code";

export function table(model: EngineModel): ApiTable {
  const { api, classes, last, values } = model;
  const { version_major, version_minor, version_patch, precision } = api.header;
  return {
    version: `${version_major}.${version_minor}.${version_patch}`,
    precision,
    classes: Object.fromEntries(
      classes.map((each) => [each.api.name, asciiJson(classTable(each))]),
    ),
    order: classes.map((each) => each.api.name),
    last,
    singletons: api.singletons.map(({ name, type }) => [name, type]),
    globalEnums: enumTables(api.global_enums),
    globalConstants: constantTable(api.global_constants),
    utilities: Object.fromEntries(
      api.utility_functions.map((each) => [variableName(each.name), utilityRow(each)]),
    ),
    builtins: builtinTables(api),
    values,
  };
}

function utilityRow(utility: ApiUtility): UtilityRow {
  const argumentTypes = (utility.arguments ?? []).map((each) => typeCode(each.type));
  const { name, hash, is_vararg } = utility;
  return [name, hash, typeCode(utility.return_type), argumentTypes, is_vararg];
}

/**
 * The table as a file: a line for all but the classes and the builtin types, then a line for each, so
 * that none is parsed before its use. All of it is ASCII.
 */
export function tableText(model: EngineModel): string {
  const { classes, builtins, values, ...rest } = table(model);
  const lines = [
    ...rest.order.map((name) => classes[name] ?? ""),
    ...Object.values(builtins).map(asciiJson),
    ...Object.values(values).map(asciiJson),
  ];
  const header: ApiHeader = {
    ...rest,
    builtins: Object.keys(builtins),
    values: Object.keys(values),
    lengths: lines.map((line) => line.length),
  };
  return [asciiJson(header), ...lines].join("\n");
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
