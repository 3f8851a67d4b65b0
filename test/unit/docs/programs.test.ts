import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import * as executor from "../../../src/executor";
import { programsOf } from "./programs";
import { listenerCount, playFrame, resetScenery, scenery } from "./scenery";

const pages = ["waits.md", "combining.md", "between-tasks.md"];
const programs = pages.flatMap(programsOf);
const repository = join(__dirname, "../../..");

const SECONDS = 20;
const FRAMES_PER_SECOND = 60;

let host: executor.TestHost;
beforeEach(() => {
  host = new executor.TestHost({ framesPerSecond: FRAMES_PER_SECOND });
  resetScenery();
});
afterEach(() => host.terminate());

test.each(programs)(
  "the program at $name runs to its end, and leaves nothing behind",
  async (program) => {
    const task = executor.spawn(compile(program.body), { name: program.name });
    for (
      let frame = 0;
      frame < SECONDS * FRAMES_PER_SECOND && host.runtime.taskCount > 0;
      frame++
    ) {
      playFrame(1 / FRAMES_PER_SECOND);
      await host.advanceFrames(1);
    }
    expect([host.errors, host.warnings]).toEqual([[], []]);
    expect({
      state: task.state,
      tasks: host.runtime.taskCount,
      waits: host.runtime.waitCount,
      listeners: listenerCount(),
    }).toEqual({ state: "completed", tasks: 0, waits: 0, listeners: 0 });
  },
);

test("the programs compile", () => {
  const folder = join(repository, "build/docs-programs");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(scenery).join(", ");
  for (const { name, imports, body } of programs) {
    const source = `${imports}import { scenery } from "../../test/unit/docs/scenery";
      const { ${names} } = scenery;
      export async function program(): Promise<void> {\n${body}}\n`;
    writeFileSync(join(folder, `${name.replace(/\W/g, "-")}.ts`), source);
  }
  const config = { extends: "../../tsconfig.json", include: ["*.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  expect(errorsOf(folder)).toBe("");
}, 60_000);

/** Makes a function of a program that finds the executor and the scenery around it. */
function compile(body: string): () => Promise<void> {
  const { code } = transformSync(`async function program(): Promise<void> {\n${body}\n}`, {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    isModule: false,
  });
  const around = { ...executor, ...scenery };
  return new Function(...Object.keys(around), `${code}\nreturn program;`)(...Object.values(around));
}

function errorsOf(folder: string): string {
  try {
    execFileSync(join(repository, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
