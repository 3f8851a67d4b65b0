import { ProjectSettings, PropertyHint, Variant } from "godot";
import { warn } from "../log/report";

/** A project setting that is a number, 0 or more. */
export interface NumberSetting {
  readonly name: string;
  readonly initial: number;
  /** What it counts, for messages: `seconds`. */
  readonly unit: string;
  /** As the engine's range hint has it, such as `0,16,0.1,suffix:ms`. */
  readonly range: string;
}

/** Reads a setting, and shows it in the editor. One that is no such number is told, and its initial value taken. */
export function readNumberSetting({ name, initial, unit, range }: NumberSetting): number {
  if (!ProjectSettings.hasSetting(name)) ProjectSettings.setSetting(name, initial);
  ProjectSettings.setInitialValue(name, initial);
  ProjectSettings.addPropertyInfo({
    name,
    type: Variant.Type.TYPE_FLOAT,
    hint: PropertyHint.PROPERTY_HINT_RANGE,
    hint_string: range,
  });
  const value = ProjectSettings.getSetting(name);
  if (typeof value === "number" && value >= 0) return value;
  warn(`the project setting ${name} must be a number of ${unit}, 0 or more`);
  return initial;
}
