import { type Color, EditorInterface, ResourceLoader, Texture2D } from "godot";
import { editorIcon } from "./editor-look";
import { isStuck, type TaskRow } from "./task-row";

const taskIcon = "res://addons/godot_ts/icons/async_task.svg";

export function iconOf(row: TaskRow): Texture2D | null {
  if (isStuck(row)) return editorIcon("StatusWarning");
  if (row.state === "scope") return editorIcon("Groups");
  const icon = ResourceLoader.exists(taskIcon) ? ResourceLoader.load(taskIcon) : null;
  return icon instanceof Texture2D ? icon : null;
}

/** The color of a row's text; undefined for the tree's own. */
export function colorOf(row: TaskRow): Color | undefined {
  const theme = EditorInterface.getEditorTheme();
  if (isStuck(row)) return theme?.getColor("warning_color", "Editor");
  const isFaint = row.state === "scope" || row.state === "cancelling";
  return isFaint ? theme?.getColor("font_color", "Editor").with({ a: 0.6 }) : undefined;
}
