import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../../../../src/addon/editor/task-dock/find-program";

test("a program is found in the first folder of PATH that has it", () => {
  const [empty, notes, programs] = ["a", "b", "c"].map((name) => mkdtempSync(join(tmpdir(), name)));
  writeFileSync(`${notes}/code`, "not a program", { mode: 0o644 });
  writeFileSync(`${programs}/code`, "#!/bin/sh\n");
  chmodSync(`${programs}/code`, 0o755);
  const path = `${empty}::${notes}:${programs}`;
  expect(findProgram("code", path)).toBe(`${programs}/code`);
  expect(findProgram("zed", path)).toBeUndefined();
});
