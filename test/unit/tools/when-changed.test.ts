import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { buildFolder } from "../../../tools/build/build-folder";
import { type Inputs, whenChanged } from "../../../tools/build/when-changed";

const NAME = "when-changed-test";

let folder: string;
let source: string;
let output: string;
const work = jest.fn(async () => {
  writeFileSync(output, "");
  return { outputs: [output] };
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "work-"));
  source = join(folder, "source");
  output = join(folder, "output");
  writeFileSync(source, "");
  work.mockClear();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(buildFolder, "stamps", `${NAME}.json`), { force: true });
});

async function timesWorked(...inputs: Inputs[]): Promise<number> {
  for (const input of inputs) await whenChanged(NAME, input, work);
  return work.mock.calls.length;
}

describe("work", () => {
  test("is done once while nothing changes", async () => {
    expect(await timesWorked({ files: [source] }, { files: [source] })).toBe(1);
  });

  test("is done again after an input was written", async () => {
    await timesWorked({ files: [source] });
    utimesSync(source, 1, 1);
    expect(await timesWorked({ files: [source] })).toBe(2);
  });

  test("is done again when a file comes", async () => {
    const other = join(folder, "other");
    writeFileSync(other, "");
    expect(await timesWorked({ files: [source] }, { files: [source, other] })).toBe(2);
  });

  test("is done again with other settings", async () => {
    const inputs = [
      { files: [], settings: 1 },
      { files: [], settings: 2 },
    ];
    expect(await timesWorked(...inputs)).toBe(2);
  });

  test("is done again when an output is gone", async () => {
    await timesWorked({ files: [source] });
    rmSync(output);
    expect(await timesWorked({ files: [source] })).toBe(2);
  });

  test("is done again when a file changes that it found out itself", async () => {
    const found = join(folder, "found");
    writeFileSync(found, "");
    work.mockImplementationOnce(async () => {
      writeFileSync(output, "");
      return { outputs: [output], alsoRead: [found] };
    });
    await timesWorked({ files: [source] });
    utimesSync(found, 1, 1);
    expect(await timesWorked({ files: [source] })).toBe(2);
  });
});
