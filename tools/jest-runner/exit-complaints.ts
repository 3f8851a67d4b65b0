const complaint = /leaked|orphan stringname|^(script |user )?error:/i;

/** The lines of Godot's verbose output that tell of something left behind or gone wrong. */
export function exitComplaints(output: string): readonly string[] {
  return output.split("\n").filter((line) => complaint.test(line));
}
