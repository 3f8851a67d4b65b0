import { allowAtExit } from "../../../tools/jest-runner/harness/allow-at-exit";

/**
 * For files that load on threads: of a few hundred such loads Godot leaks what it keeps of one, without
 * us too. Whatever else is leaked is told by a line of its own.
 */
export function allowLeakedLoadTokens(): void {
  allowAtExit("Reference count: 0");
  allowAtExit("ObjectDB instances leaked at exit");
  allowAtExit("Hint: Leaked instances");
}
