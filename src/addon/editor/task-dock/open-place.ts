import { basename } from "node:path";
import { EditorInterface, Error as GodotError, OS, ProjectSettings } from "godot";
import { findProgram } from "./find-program";
import { shortPlace } from "./row-text";
import { openersOf } from "./source-opener";

/**
 * Opens a line of a script for whoever programs, and says in a sentence what did: the external editor
 * of the editor's settings, else Visual Studio Code, else what the system opens such a file with.
 *
 * @param place - such as `res://scripts/patrol.ts:12`
 */
export function openPlace(place: string): string {
  const colon = place.lastIndexOf(":");
  const path = place.slice(0, colon);
  const source = {
    file: ProjectSettings.globalizePath(path),
    line: Number(place.slice(colon + 1)),
    project: ProjectSettings.globalizePath("res://"),
  };
  for (const { program, args } of openersOf(source, externalEditor(), findProgram)) {
    if (OS.createProcess(program, args) !== -1) {
      return `Opened ${shortPlace(place)} in ${basename(program)}.`;
    }
  }
  const hint = "An editor can be chosen in Editor Settings > Text Editor > External.";
  return OS.shellOpen(source.file) === GodotError.OK
    ? `Asked the system to open ${shortPlace(path)}, which isn't told the line. ${hint}`
    : `The system opens no ${shortPlace(path)}. ${hint}`;
}

function externalEditor() {
  const setting = (name: string) =>
    EditorInterface.getEditorSettings()?.getSetting(`text_editor/external/${name}`);
  return {
    isUsed: setting("use_external_editor") === true,
    program: String(setting("exec_path") ?? ""),
    flags: String(setting("exec_flags") ?? ""),
  };
}
