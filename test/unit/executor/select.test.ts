import { nextFrame, once, select, sleep, spawn, TestHost } from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
let hurt: Emitter<[number]>;
beforeEach(() => {
  host = new TestHost();
  hurt = new Emitter<[number]>("Enemy.hurt");
});
afterEach(() => host.terminate());

test("it resolves to the name and the value of the first that ends", async () => {
  const task = spawn(
    async () => {
      const selected = await select({ hit: once(hurt), tired: sleep(8) });
      return selected.name === "hit" ? selected.value[0] : "tired";
    },
    { start: "now" },
  );
  hurt.emit(5);
  await host.advanceFrames(1);
  expect(task.result).toBe(5);
});

test("the others are cancelled", async () => {
  const task = spawn(() => select({ hit: once(hurt), frame: nextFrame(), nap: () => sleep(8) }));
  await host.advanceFrames(3);
  expect(task.result).toEqual({ name: "frame", value: undefined });
  expect([hurt.subscribers.size, host.runtime.timers.game.size, host.runtime.taskCount]).toEqual([
    0, 0, 0,
  ]);
});

test("where the first one fails it rejects with that", async () => {
  const task = spawn(() => select({ level: Promise.reject(new Error("no")), tired: sleep(8) }));
  task.onSettled(() => true);
  await host.advanceFrames(2);
  expect(task.error).toEqual(new Error("no"));
});

test("a function is a task that is called by its name in the selection", () => {
  const task = spawn(() => select({ nap: async () => sleep(8) }), { start: "now" });
  expect([...task.children].map((child) => child.name)).toEqual(["nap"]);
});

test("what can't be selected from is refused with errors that say what would be right", () => {
  expect(() => select({})).toThrow("select needs something to wait for");
  expect(() => select(5 as never)).toThrow("select takes an object like { name: wait }, but got 5");
  expect(() => select({ hit: 5 as never })).toThrow('but "hit" is 5');
});
