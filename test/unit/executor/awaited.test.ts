import {
  all,
  any,
  each,
  formatTasks,
  nextFrame,
  once,
  race,
  Scope,
  select,
  sleep,
  spawn,
  TestHost,
  taskGroup,
  timeout,
  until,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
const hurt = new Emitter<[]>("Enemy.hurt");
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

/** What a task waits for that runs this function: as {@link formatTasks} tells, all that it awaits. */
function waitsOf(body: () => unknown): string | undefined {
  const task = spawn(body, { name: "asker", start: "now" });
  const told = /^asker: 0.0 s, waits for (.*)$/m.exec(formatTasks())?.[1];
  task.cancel();
  return told;
}

test("a select is one thing that is waited for, with its members by their names", () => {
  expect(
    waitsOf(() => select({ hit: once(hurt), seen: until(() => false), tired: sleep(8) })),
  ).toBe("select(hit: once(Enemy.hurt), seen: until(…), tired: sleep(8))");
});

test("race, any and all are one thing, too", () => {
  expect([
    waitsOf(() => race([once(hurt), sleep(8)])),
    waitsOf(() => any([once(hurt), sleep(8)])),
    waitsOf(() => all([once(hurt), sleep(8)])),
  ]).toEqual([
    "race(once(Enemy.hurt), sleep(8))",
    "any(once(Enemy.hurt), sleep(8))",
    "all(once(Enemy.hurt), sleep(8))",
  ]);
});

test("a timeout is shown with its seconds, without the clock that counts them", () => {
  expect(waitsOf(() => timeout(3, once(hurt)))).toBe("timeout(3, once(Enemy.hurt))");
});

test("members that are functions or tasks are shown by the names of the tasks, and other promises as such", () => {
  const guard = spawn(() => sleep(8), { name: "guard" });
  expect(
    waitsOf(() => race([async function playIntro() {}, () => sleep(1), guard, Promise.resolve()])),
  ).toBe('race(task "playIntro", task "race[1]", task "guard", a promise)');
});

test("a combination within another one is part of it", () => {
  expect(waitsOf(() => all([race([once(hurt), sleep(8)]), sleep(2)]))).toBe(
    "all(race(once(Enemy.hurt), sleep(8)), sleep(2))",
  );
});

test("a combination is shown by its own name, where it was given one", () => {
  expect(waitsOf(() => race([once(hurt), sleep(8)], { name: "the fight" }))).toBe("the fight");
});

test("waits that nothing of ours combines are things of their own", () => {
  expect(waitsOf(() => Promise.race([once(hurt), race([sleep(8), sleep(9)])]))).toBe(
    "once(Enemy.hurt) and race(sleep(8), sleep(9))",
  );
});

test("all is shown with what it still waits for", async () => {
  const task = spawn(() => all([sleep(1), once(hurt), sleep(8)]), { start: "now" });
  await host.advance(2);
  expect(task.waitsFor).toBe("all(once(Enemy.hurt), sleep(8))");
});

test("of many members the first five are named", () => {
  expect([
    waitsOf(() => all(Array.from({ length: 5 }, () => nextFrame()))),
    waitsOf(() => all(Array.from({ length: 1000 }, () => nextFrame()))),
  ]).toEqual([
    "all(nextFrame(), nextFrame(), nextFrame(), nextFrame(), nextFrame())",
    "all(nextFrame(), nextFrame(), nextFrame(), nextFrame(), nextFrame(), 995 more)",
  ]);
});

test("each is shown with the tasks that run", () => {
  expect(waitsOf(() => each([1, 2, 3], () => sleep(8), { concurrency: 2 }))).toBe(
    'each(task "each[0]", task "each[1]")',
  );
});

test("what has lost and cleans up is what is waited for then", async () => {
  const stubborn = async () => {
    try {
      await sleep(8);
    } finally {
      await new Promise(() => undefined);
    }
  };
  const task = spawn(() => race([stubborn, sleep(1), once(hurt)]), { start: "now" });
  await host.advance(1.1);
  expect(task.waitsFor).toBe('the cleanup of race(task "stubborn")');
});

test("a scope, a group and code outside of tasks are said to have left one thing", async () => {
  const left = new TestHost();
  new Scope("match").spawn(async () => {
    await using group = taskGroup({ name: "wave" });
    group.spawn(() => race([once(hurt), sleep(8)]), { name: "first" });
  });
  race([once(hurt), sleep(8)]);
  await left.advanceFrames(2);
  await expect(left.close()).rejects.toThrow(
    /task "first" is running, waits for race\(once\(Enemy.hurt\), sleep\(8\)\)\n {2}a wait outside of any task: race\(once\(Enemy.hurt\), sleep\(8\)\)$/,
  );
});
