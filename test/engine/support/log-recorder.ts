import { type Array as GodotArray, type Logger, OS } from "godot";
import { gdscript } from "./gdscript";

/** An error or a warning in Godot's log. */
export interface LogEntry {
  readonly kind: "error" | "warning" | "script error" | "shader error";
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** What a function made Godot log: errors and warnings, in order. */
export async function recordLog(run: () => unknown): Promise<readonly LogEntry[]> {
  const recorder = gdscript("log_recorder").new() as Logger;
  OS.addLogger(recorder);
  try {
    await run();
  } finally {
    OS.removeLogger(recorder);
  }
  const entries = recorder.get("entries") as GodotArray<GodotArray>;
  return entries.toJS().map((entry) => {
    const [kind, text, file, line] = entry.toJS() as [number, string, string, number];
    return { kind: kinds[kind] ?? "error", text, file, line };
  });
}

const kinds = ["error", "warning", "script error", "shader error"] as const;
