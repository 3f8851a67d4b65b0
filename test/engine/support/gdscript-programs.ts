import { Error as EngineError, GDScript, type Node } from "godot";
import type { Block } from "../../docs/page";

/** What a program in GDScript takes for granted. */
export interface Surroundings {
  /** The script whose members it finds; by default none, but for those of a node. */
  readonly base?: string | undefined;
  /** Further members. */
  readonly members?: string | undefined;
}

/**
 * A node with a program in GDScript of a page. What is no script by itself is its method `run`.
 *
 * @throws Error when the program doesn't parse. Godot's log says where.
 */
export function nodeOf({ name, code }: Block, surroundings: Surroundings = {}): Node {
  const { base, members = "" } = surroundings;
  const isScript = /^(extends Node$|func )/m.test(code);
  const program = isScript
    ? code.replace(/^extends Node$/m, "")
    : `func run() -> void:\n${code.replaceAll(/^(?=.)/gm, "\t")}`;
  const script = new GDScript();
  script.sourceCode = `extends ${base === undefined ? "Node" : `"${base}"`}\n${members}\n${program}`;
  if (script.reload() !== EngineError.OK) throw new Error(`the GDScript at ${name} does not parse`);
  return script.new() as Node;
}
