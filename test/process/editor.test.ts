import { makeEditorProject } from "./editor-project";
import { runGodot } from "./run-game";

let project: string;

beforeAll(() => {
  project = makeEditorProject("editor");
});

test.each(["for the first time", "again"])(
  "the editor opens the project %s, and quits without an error",
  async () => {
    const { status, stdout, stderr } = await runGodot(["--editor", "--quit"], { project });
    const errors = (stdout + stderr).split("\n").filter((line) => /ERROR|leaked/.test(line));
    expect(errors).toEqual([]);
    expect(status).toBe(0);
  },
);
