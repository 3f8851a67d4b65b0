import { transformSync } from "@swc/core";
import * as executor from "../../../src/executor";
import { programsOf } from "../../docs/pages";
import { listenerCount, playFrame, resetScenery, scenery } from "./scenery";

const pages = ["tasks.md", "waits.md", "combining.md", "between-tasks.md"];
const programs = pages.flatMap(programsOf).filter(({ language }) => language === "ts");

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

/** Makes a function of a program that finds the executor and the scenery around it. */
function compile(body: string): () => Promise<void> {
  const { code } = transformSync(`async function program(): Promise<void> {\n${body}\n}`, {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    isModule: false,
  });
  const around = { ...executor, ...scenery };
  return new Function(...Object.keys(around), `${code}\nreturn program;`)(...Object.values(around));
}
