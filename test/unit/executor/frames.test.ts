import { frames, nextFrame, spawn, TestHost, yieldNow } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost({ frameBudget: 2 });
});
afterEach(() => host.terminate());

test("nextFrame ends in the process drain of the next frame", async () => {
  const log: string[] = [];
  spawn(async () => {
    await nextFrame();
    log.push("next");
  });
  await host.turn("process");
  await host.turn("late");
  expect(log).toEqual([]);
  await host.turn("process");
  expect(log).toEqual(["next"]);
});

test("frames(3) ends after exactly three frames", async () => {
  const task = spawn(() => frames(3));
  await host.advanceFrames(3);
  expect(task.state).toBe("running");
  await host.advanceFrames(1);
  expect(task.state).toBe("completed");
});

test("frames(0) is over in the next drain", async () => {
  const task = spawn(() => frames(0));
  await host.turn("process");
  expect(task.state).toBe("running");
  await host.turn("late");
  expect(task.state).toBe("completed");
});

test("waits for the same frame end in the order they were begun", async () => {
  const log: string[] = [];
  spawn(async () => {
    await frames(2);
    log.push("frames(2), begun first");
  });
  spawn(async () => {
    await nextFrame();
    await nextFrame();
    log.push("nextFrame, begun later");
  });
  await host.advanceFrames(3);
  expect(log).toEqual(["frames(2), begun first", "nextFrame, begun later"]);
});

test("the frame budget never delays a wait for a frame", async () => {
  const log: string[] = [];
  for (const i of [1, 2, 3]) {
    spawn(async () => {
      await nextFrame();
      host.spend(5);
      log.push(`frame ${i}`);
    });
  }
  await host.turn("process");
  await host.turn("process");
  expect(log).toEqual(["frame 1", "frame 2", "frame 3"]);
});

test("a cancelled wait for a frame is unlisted", async () => {
  const task = spawn(() => frames(1000));
  await host.advanceFrames(1);
  task.cancel();
  expect(host.runtime.frames.isEmpty).toBe(true);
});

test("frames pass while the game is paused", async () => {
  const task = spawn(() => nextFrame());
  host.pause();
  await host.advanceFrames(2);
  expect(task.state).toBe("completed");
});

test.each([[1.5], [-1], [Number.NaN], ["2"]])("frames(%p) throws a RangeError", (count) => {
  expect(() => frames(count as number)).toThrow(RangeError);
});

test("the error of frames quotes what it rejects", () => {
  expect(() => frames("2" as never)).toThrow(
    'frames(count) needs a whole number of frames, 0 or more, but got "2"',
  );
});

test("yieldNow goes on in the next drain, after the others", async () => {
  const log: string[] = [];
  spawn(async () => {
    log.push("a");
    await yieldNow();
    log.push("a again");
  });
  spawn(() => log.push("b"));
  await host.turn("process");
  expect(log).toEqual(["a", "b"]);
  await host.turn("late");
  expect(log).toEqual(["a", "b", "a again"]);
});

test("a task that yields for ever advances once a drain", async () => {
  let rounds = 0;
  const task = spawn(async () => {
    for (;;) {
      rounds++;
      await yieldNow();
    }
  });
  await host.advanceFrames(3);
  expect(rounds).toBe(6);
  task.cancel();
});

test("waits that a turn has left undone come first in the next one", async () => {
  const log: string[] = [];
  const wait = (count: number, name: string) =>
    spawn(async () => {
      await frames(count);
      log.push(name);
    });
  wait(1, "left");
  wait(2, "due then");
  await host.advanceFrames(1);
  host.runtime.beginTurn("process", { delta: 1 / 60, timeScale: 1, paused: false });
  await host.turn("process");
  expect(log).toEqual(["left", "due then"]);
});
