import { readFileSync } from "node:fs";
import { Error as EngineError, GDScript, type Node, ProjectSettings } from "godot";

/** A program in GDScript of a page in `docs/`, by the heading above it. */
export interface GdscriptProgram {
  readonly heading: string;
  readonly code: string;
}

/** The programs in GDScript of a page. */
export function gdscriptPrograms(page: string): readonly GdscriptProgram[] {
  const text = readFileSync(ProjectSettings.globalizePath(`res://docs/${page}`), "utf8");
  const programs: GdscriptProgram[] = [];
  let heading = "";
  for (const [, title, code] of text.matchAll(/^#+ (.+)$|^```gdscript\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    if (code !== undefined) programs.push({ heading, code });
  }
  return programs;
}

/**
 * A node that runs a program in its method `run`, with what another script has, which it extends. There
 * `tell` takes what the program prints.
 *
 * @throws Error when the program doesn't parse. Godot's log says where.
 */
export function nodeOf({ heading, code }: GdscriptProgram, base: string): Node {
  const script = new GDScript();
  const members = code.startsWith("extends Node\n")
    ? code.replace("extends Node\n", "")
    : `func run() -> void:\n${code.replace(/^(?=.)/gm, "\t")}`;
  const told = members.replace(/\bprint\(/g, "tell(");
  script.sourceCode = `extends "${base}"\n\n${told}`;
  if (script.reload() !== EngineError.OK) throw new Error(`"${heading}" does not parse`);
  return script.new() as Node;
}
