// `console` in Godot's output: stdout and the editor's Output panel, errors and warnings as such.
import { Console } from "node:console";
import { EventEmitter } from "node:events";
import { print as printToGodot } from "godot";
import { print } from "./report";

/** Replaces the global console by one that writes to Godot. */
export function installConsole(): void {
  const stdout = new MessageOutput((text) => printToGodot(text));
  const errors = new MessageOutput((text) => print("error", text));
  const warnings = new MessageOutput((text) => print("warning", text));
  const made = new Console({ stdout, stderr: errors });
  const warner = new Console({ stdout, stderr: warnings });
  made.warn = warner.warn.bind(warner);
  globalThis.console = made;
}

/**
 * What a Console writes to: each of its writes is one message, ended by a line break. Not one of
 * Node's streams, which a game that uses none shall not load.
 */
class MessageOutput extends EventEmitter implements NodeJS.WritableStream {
  readonly writable = true;
  readonly #print: (text: string) => void;

  constructor(print: (text: string) => void) {
    super();
    this.#print = print;
  }

  write(chunk: Uint8Array | string): boolean {
    this.#print(String(chunk).replace(/\n$/, ""));
    return true;
  }

  end(): this {
    return this;
  }
}
