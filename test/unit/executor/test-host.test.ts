import { frames, nextFrame, spawn, TestHost } from "../../../src/executor";

test("advanceFrames lets exactly so many frames pass", async () => {
  const host = new TestHost();
  const task = spawn(() => frames(5), { start: "now" });
  await host.advanceFrames(4);
  expect(task.state).toBe("running");
  await host.advanceFrames(1);
  expect(task.state).toBe("completed");
  await host.terminate();
});

test("advance lets the frames of so many seconds pass", async () => {
  const host = new TestHost({ framesPerSecond: 30 });
  await host.advance(2);
  expect(host.runtime.frames.frame).toBe(60);
  await host.terminate();
});

test("a part of a frame takes a whole one", async () => {
  const host = new TestHost({ framesPerSecond: 10 });
  await host.advance(0.25);
  expect(host.runtime.frames.frame).toBe(3);
  await host.terminate();
});

test("time is virtual", async () => {
  const host = new TestHost();
  await host.advance(3600 / 60);
  expect(Math.round(host.now())).toBe(60_000);
  await host.terminate();
});

test("two runs of the same game log the same", async () => {
  const run = async () => {
    const host = new TestHost();
    const log: string[] = [];
    for (const name of ["a", "b", "c"]) {
      spawn(async () => {
        for (let i = 0; i < 3; i++) {
          log.push(`${name} ${host.now().toFixed(2)}`);
          host.spend(0.7);
          await nextFrame();
        }
      });
    }
    await host.advanceFrames(10);
    await host.terminate();
    return log;
  };
  expect(await run()).toEqual(await run());
});

test.each([[-1], [1.5], [Number.NaN]])("advanceFrames(%p) throws a RangeError", async (count) => {
  const host = new TestHost();
  await expect(host.advanceFrames(count)).rejects.toThrow(RangeError);
  await host.terminate();
});

test("plain timers and promises of the platform work within tasks", async () => {
  const host = new TestHost();
  const task = spawn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    await nextFrame();
    return "done";
  });
  while (!task.isSettled) await host.advanceFrames(1);
  expect(task.result).toBe("done");
  await host.terminate();
});
