import { ClassDB } from "godot";

const waiting: { readonly name: string; readonly run: () => void }[] = [];

/** Runs a function when the engine has that class: now, or as soon as the editor's are there. */
export function whenClassExists(name: string, run: () => void): void {
  if (ClassDB.classExists(name)) run();
  else waiting.push({ name, run });
}

/** The engine has more classes now. */
export function runWaiting(): void {
  for (const each of waiting.splice(0)) whenClassExists(each.name, each.run);
}
