// Whether the game is over, for those who then say nothing more to it.

let isSo = false;

/** The game quits: from now on nobody is told of the ends of tasks. */
export function beginQuitting(): void {
  isSo = true;
}

export function isQuitting(): boolean {
  return isSo;
}
