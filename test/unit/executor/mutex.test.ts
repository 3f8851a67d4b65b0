import { Mutex, nextFrame, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("one task at a time has the lock", async () => {
  const mutex = new Mutex();
  const log: string[] = [];
  const save = async (name: string) => {
    using _lock = await mutex.lock();
    log.push(`${name} begins`);
    await nextFrame();
    log.push(`${name} ends`);
  };
  spawn(() => save("a"));
  spawn(() => save("b"));
  await host.advanceFrames(5);
  expect(log).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("run gives back the lock when the function throws", async () => {
  const mutex = new Mutex();
  const failed = mutex.run(() => {
    throw new Error("the disk is full");
  });
  await expect(failed).rejects.toThrow("the disk is full");
  expect(mutex.isLocked).toBe(false);
});

test("run resolves to what the function returns", async () => {
  expect(await new Mutex().run(async () => 42)).toBe(42);
});

test("tryLock takes only a lock that nobody has", () => {
  const mutex = new Mutex();
  const lock = mutex.tryLock();
  expect([lock?.count, mutex.tryLock(), mutex.isLocked]).toEqual([1, undefined, true]);
});
