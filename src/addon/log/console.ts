// `console` in Godot's output: stdout and the editor's Output panel, errors and warnings as such.
import { Console } from "node:console";
import { Writable } from "node:stream";
import { print as printToGodot } from "godot";
import { print } from "./report";

/** Replaces the global console by one that writes to Godot. */
export function installConsole(): void {
  const output = lines((text) => printToGodot(text));
  const made = new Console({ stdout: output, stderr: lines((text) => print("error", text)) });
  const warnings = new Console({ stdout: output, stderr: lines((text) => print("warning", text)) });
  made.warn = warnings.warn.bind(warnings);
  globalThis.console = made;
}

/** What a Console writes to: each of its writes is one message, ended by a line break. */
function lines(write: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      write(chunk.replace(/\n$/, ""));
      done();
    },
  });
}
