import {
  ensureExecutor,
  getExecutor,
  type LocalFuture,
  LocalPool,
  type LocalSpawn,
  nextFrame,
  setExecutor,
  spawn,
  TestHost,
  yieldNow,
} from "../../../src/executor";

afterEach(() => setExecutor(undefined));

test("setExecutor replaces the executor", () => {
  const second = new LocalPool();
  setExecutor(new LocalPool());
  setExecutor(second);
  expect(getExecutor()).toBe(second);
});

test("ensureExecutor installs the first executor", () => {
  const pool = new LocalPool();
  ensureExecutor(pool);
  expect(getExecutor()).toBe(pool);
});

test("ensureExecutor throws where an executor is installed", () => {
  setExecutor(new LocalPool());
  expect(() => ensureExecutor(new LocalPool())).toThrow("an executor is installed already");
});

test("something that can't spawn is refused as an executor", () => {
  expect(() => setExecutor({} as never)).toThrow(
    "setExecutor needs an object with spawnLocal(future), but got an object of Object",
  );
});

test("any LocalSpawn can run tasks", async () => {
  const host = new TestHost();
  const queue: LocalFuture[] = [];
  const own: LocalSpawn = { spawnLocal: (future) => queue.push(future) };
  setExecutor(own);
  const task = spawn(async () => {
    await yieldNow();
    return "done";
  });
  queue.shift()?.poll();
  expect(queue.map((future) => future.name)).toEqual(["yieldNow()"]);
  queue.shift()?.poll();
  expect(await task).toBe("done");
  await host.terminate();
});

test("a wait that its executor refuses goes to the runtime's own pool", async () => {
  const host = new TestHost();
  let isOpen = true;
  setExecutor({
    spawnLocal(future) {
      if (!isOpen) throw new Error("closed");
      host.pool.spawnLocal(future);
    },
  });
  const task = spawn(async () => {
    await nextFrame();
    isOpen = false;
    await yieldNow();
    return "done";
  });
  await host.advanceFrames(3);
  expect(task.result).toBe("done");
  expect(host.errors).toEqual([{ error: new Error("closed"), task }]);
  await host.terminate();
});
