import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { EventEmitter, once as onceEvent, on as onEvent } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { currentTask, frames, isCancellation, nextFrame, sleep, spawn, type Task } from "godot-ts";
import PQueue from "p-queue";

/** Runs in a task, and expects to be in the same one before and after. */
async function inTask<T>(body: () => Promise<T>): Promise<T> {
  const task: Task<T> = spawn(async () => {
    await nextFrame();
    expect(currentTask()).toBe(task);
    const result = await body();
    expect(currentTask()).toBe(task);
    return result;
  });
  return await task;
}

describe("the current task stays the same through", () => {
  test("Promise.all, allSettled and race", async () => {
    const seen = await inTask(async () => {
      const id = () => currentTask()?.id;
      expect(await Promise.all([frames(2).then(id), sleep(0.01).then(id)])).toEqual([id(), id()]);
      await Promise.race([sleep(0.01), new Promise(() => undefined)]);
      return (await Promise.allSettled([nextFrame(), Promise.reject(new Error("no"))])).map(
        (each) => each.status,
      );
    });
    expect(seen).toEqual(["fulfilled", "rejected"]);
  });

  test("AbortSignal.timeout, which ends a wait of ours", async () => {
    const error = await inTask(async () => {
      try {
        return await sleep(100, { signal: AbortSignal.timeout(20) });
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(error).toBe("TimeoutError");
  });

  test("events.once and events.on", async () => {
    const values = await inTask(async () => {
      const emitter = new EventEmitter();
      setTimeout(() => emitter.emit("ready", 1), 5);
      const [first] = await onceEvent(emitter, "ready");
      setTimeout(() => emitter.emit("ready", 2), 5);
      for await (const [second] of onEvent(emitter, "ready")) return [first, second];
      return [];
    });
    expect(values).toEqual([1, 2]);
  });

  test("p-queue, whose jobs belong to the task that added them", async () => {
    const names = await inTask(async () => {
      const queue = new PQueue({ concurrency: 2 });
      const task = currentTask();
      const job = async () => {
        await nextFrame();
        return currentTask() === task;
      };
      return await queue.addAll([job, job, job]);
    });
    expect(names).toEqual([true, true, true]);
  });

  test("for await over a generator of our waits and Node's", async () => {
    async function* steps() {
      yield currentTask()?.id;
      await nextFrame();
      yield currentTask()?.id;
      await delay(5);
      yield currentTask()?.id;
    }
    const isSame = await inTask(async () => {
      const ids: (number | undefined)[] = [];
      for await (const id of steps()) ids.push(id);
      return ids.length === 3 && ids.every((id) => id === currentTask()?.id);
    });
    expect(isSame).toBe(true);
  });

  test("web streams", async () => {
    const text = await inTask(async () => {
      const task = currentTask();
      const source = new ReadableStream<string>({
        async pull(controller) {
          await nextFrame();
          controller.enqueue(currentTask() === task ? "same" : "another");
          controller.close();
        },
      });
      const chunks: string[] = [];
      for await (const chunk of source.pipeThrough(upperCase())) chunks.push(chunk);
      return chunks.join();
    });
    expect(text).toBe("SAME");
  });

  test("timers and a fetch of data", async () => {
    const text = await inTask(async () => {
      await delay(2);
      await new Promise((resolve) => setImmediate(resolve));
      return await (await fetch("data:text/plain,hello")).text();
    });
    expect(text).toBe("hello");
  });

  test("await using", async () => {
    const log: string[] = [];
    await inTask(async () => {
      const task = currentTask();
      await using _resource = {
        async [Symbol.asyncDispose]() {
          await nextFrame();
          log.push(currentTask() === task ? "same" : "another");
        },
      };
      await sleep(0.01);
      log.push("body");
    });
    expect(log).toEqual(["body", "same"]);
  });

  test("an AsyncLocalStorage of the game's, and that through the task", async () => {
    const level = new AsyncLocalStorage<string>();
    const seen = await inTask(() =>
      level.run("cellar", async () => {
        await nextFrame();
        const inner = spawn(async () => {
          await sleep(0.01);
          return level.getStore();
        });
        return [await inner, level.getStore()];
      }),
    );
    expect(seen).toEqual(["cellar", "cellar"]);
  });

  test("one that is entered for the rest of a task, left, and disabled", async () => {
    const level = new AsyncLocalStorage<string>();
    const other = new AsyncLocalStorage<number>();
    const seen = await inTask(async () => {
      const stores = () => [level.getStore(), other.getStore()];
      level.enterWith("attic");
      other.enterWith(1);
      await nextFrame();
      const entered = stores();
      const child = await spawn(async () => {
        level.enterWith("roof");
        await nextFrame();
        return stores();
      });
      const left = level.exit(stores);
      const bound = AsyncLocalStorage.snapshot();
      level.disable();
      await nextFrame();
      return [entered, child, left, stores(), bound(stores), stores()];
    });
    const gone = [undefined, 1];
    expect(seen).toEqual([["attic", 1], ["roof", 1], gone, gone, gone, gone]);
  });

  test("an AsyncResource that was made in another task, whose code is that one's", async () => {
    const level = new AsyncLocalStorage<string>();
    const code = () => [currentTask()?.name, level.getStore()];
    const resource = await level.run("cellar", () =>
      spawn(async () => new AsyncResource("made"), { name: "maker", start: "now" }),
    );
    const seen = await inTask(async () => {
      const bound = AsyncResource.bind(code);
      return [resource.runInAsyncScope(code), bound(), level.run("roof", () => bound())];
    });
    // It has ended, but for what it left running the task is still there.
    expect(seen.map(([, store]) => store)).toEqual(["cellar", undefined, undefined]);
    expect(seen[0]?.[0]).toBe("maker");
  });
});

describe("cancelling a task", () => {
  test("ends what it does with the platform, by its signal", async () => {
    const task = spawn(async (self) => {
      await delay(60_000, undefined, { signal: self.signal });
    });
    await frames(2);
    task.cancel("enough");
    const error = await task.then(
      () => undefined,
      (error) => error,
    );
    expect([task.state, (error as Error).name]).toEqual(["cancelled", "AbortError"]);
  });

  test("runs await using's cleanup, and lets the error through p-queue", async () => {
    const log: string[] = [];
    const task = spawn(async () => {
      await using _resource = {
        async [Symbol.asyncDispose]() {
          await nextFrame();
          log.push("disposed");
        },
      };
      await new PQueue().add(() => sleep(100));
    });
    await frames(2);
    task.cancel();
    await task.then(undefined, (error) => log.push(isCancellation(error) ? "cancelled" : "failed"));
    expect(log).toEqual(["disposed", "cancelled"]);
  });
});

function upperCase(): TransformStream<string, string> {
  return new TransformStream({
    transform: (chunk, controller) => controller.enqueue(chunk.toUpperCase()),
  });
}
