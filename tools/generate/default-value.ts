import type { DefaultValue } from "../../src/godot/api-table";
import type { ApiArgument } from "./api";

/** The defaults of the last arguments, up to the first from the end that JSON cannot write. */
export function simpleDefaults(args: readonly ApiArgument[]): DefaultValue[] {
  const defaults: DefaultValue[] = [];
  for (const { default_value: text } of [...args].reverse()) {
    const value = text === undefined ? undefined : parse(text);
    if (value === undefined) break;
    defaults.unshift(value);
  }
  return defaults;
}

/** Reads `1.5`, `true`, `null`, `"*"` and `&"name"`; undefined for what constructs something. */
function parse(text: string): DefaultValue | undefined {
  const json = text.replace(/^[&^](?=")/, "");
  if (!/^(null|true|false|-?[\d.]+(e[+-]?\d+)?|".*")$/.test(json)) return undefined;
  return JSON.parse(json);
}
