import { EditorInterface, type Texture2D } from "godot";

/** An icon of the editor's theme; null where it has none of that name. */
export function editorIcon(name: string): Texture2D | null {
  const theme = EditorInterface.getEditorTheme();
  return theme?.hasIcon(name, "EditorIcons") === true ? theme.getIcon(name, "EditorIcons") : null;
}

/** A length at the editor's scale, as a whole number of pixels. */
export function editorPixels(length: number): number {
  return Math.round(length * EditorInterface.getEditorScale());
}
