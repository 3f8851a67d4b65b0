const complaint = /leaked|orphan stringname|^(script |user )?error:/i;
const leakedInstance = /Leaked instance: /;

/**
 * What the engine keeps of a resource while it loads, and leaks now and then: two threads give up the
 * last two references, and neither sees that it was the last. Without us too.
 */
const loadToken = /Leaked instance: RefCounted:\d+ - Reference count: 0/;
/** Said once, of all instances together. */
const ofAllInstances = /ObjectDB instances leaked at exit|Hint: Leaked instances/;

/** The lines of Godot's verbose output that tell of something left behind or gone wrong. */
export function exitComplaints(output: string): readonly string[] {
  const all = output.split("\n").filter((line) => complaint.test(line));
  const lines = all.filter((line) => !loadToken.test(line));
  const areTokensAlone =
    lines.length < all.length && !lines.some((line) => leakedInstance.test(line));
  return areTokensAlone ? lines.filter((line) => !ofAllInstances.test(line)) : lines;
}
