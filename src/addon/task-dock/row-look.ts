import { type Color, EditorInterface, type Texture2D } from "godot";
import { isStuck, type TaskRow } from "./task-row";

/** By what a row is like, an icon of the editor's theme. */
const icons = { stuck: "StatusWarning", scope: "Groups", task: "AsyncTask" } as const;

export function iconOf(row: TaskRow): Texture2D | null {
  return editorIcon(icons[isStuck(row) ? "stuck" : row.state === "scope" ? "scope" : "task"]);
}

/** The color of a row's text; undefined for the tree's own. */
export function colorOf(row: TaskRow): Color | undefined {
  const theme = EditorInterface.getEditorTheme();
  if (isStuck(row)) return theme?.getColor("warning_color", "Editor");
  const isFaint = row.state === "scope" || row.state === "cancelling";
  return isFaint ? theme?.getColor("font_disabled_color", "Editor") : undefined;
}

/** An icon of the editor's theme; null where it has none of that name. */
export function editorIcon(name: string): Texture2D | null {
  const theme = EditorInterface.getEditorTheme();
  return theme?.hasIcon(name, "EditorIcons") === true ? theme.getIcon(name, "EditorIcons") : null;
}
