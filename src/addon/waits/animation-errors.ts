/** The error for an animation that a player doesn't have. */
export function noAnimation(player: string, animation: string, known: readonly string[]): Error {
  const names = known.length === 0 ? "none" : known.map((each) => `"${each}"`).join(", ");
  return new RangeError(`${player} has no animation "${animation}"; it has ${names}`);
}

/** The error for a wait for whatever plays, where nothing does. */
export function nothingPlays(player: string): Error {
  return new RangeError(`${player} plays nothing: play an animation before you wait for its end`);
}
