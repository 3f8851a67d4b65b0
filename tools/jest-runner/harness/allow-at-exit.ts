import { send } from "./send";

/** Lets Godot say that when it exits. Only for what Godot itself leaves behind: say why. */
export function allowAtExit(text: string): void {
  send({ type: "allow-at-exit", text });
}
