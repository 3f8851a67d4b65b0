import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { type JSON as JsonResource, PackedScene, ProjectSettings, ResourceLoader } from "godot";
import {
  CancelledError,
  currentTask,
  LoadError,
  load,
  nextFrame,
  spawn,
  type Task,
} from "godot-ts";
import { recordLog } from "./support/log-recorder";
import { until } from "./support/tree";

const folder = `user://load-test-${process.pid}`;
const onDisk = ProjectSettings.globalizePath(folder);

/** Writes a file that takes the loader some frames. */
function bigFile(name: string): string {
  writeFileSync(`${onDisk}/${name}`, JSON.stringify(Array.from({ length: 5_000 }, (_, i) => [i])));
  return `${folder}/${name}`;
}

beforeAll(() => mkdirSync(onDisk));
afterAll(() => rmSync(onDisk, { recursive: true }));

describe("load(path)", () => {
  test("resolves to the resource, while frames go on", async () => {
    const scene = await load<PackedScene>("res://test/engine/engine.tscn");
    expect(scene).toBeInstanceOf(PackedScene);
    expect(scene.getState().getNodeName(0)).toBe("Tests");
  });

  test("tells the progress, up to 1, in the task that waits", async () => {
    const fractions: number[] = [];
    const tasks: (Task | undefined)[] = [];
    const task = spawn(() =>
      load(bigFile("progress.json"), {
        onProgress(fraction) {
          fractions.push(fraction);
          tasks.push(currentTask());
        },
      }),
    );
    await task;
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(new Set(tasks)).toEqual(new Set([task]));
  });

  test("rejects with what onProgress throws", async () => {
    const end = load(bigFile("thrown.json"), {
      onProgress() {
        throw new Error("no bar to show it in");
      },
    });
    await expect(end).rejects.toThrow("no bar to show it in");
  });

  test("rejects for a path without a resource, and nothing is logged", async () => {
    const log = await recordLog(async () => {
      const end = load("res://levels/missing.tscn");
      await expect(end).rejects.toThrow(
        '"res://levels/missing.tscn" could not be loaded: there is no resource',
      );
      await expect(end).rejects.toBeInstanceOf(LoadError);
    });
    expect(log).toEqual([]);
  });

  test("rejects for a broken resource, and the log says why", async () => {
    writeFileSync(`${onDisk}/broken.tscn`, "[gd_scene format=3\n");
    const path = `${folder}/broken.tscn`;
    const log = await recordLog(async () => {
      await expect(load(path)).rejects.toThrow(
        `"${path}" could not be loaded: the engine's log says why`,
      );
    });
    expect(log.map(({ text }) => text).join()).toContain("broken.tscn");
  });

  test("a path that failed can be loaded when it is there", async () => {
    await expect(load(`${folder}/later.json`)).rejects.toThrow(LoadError);
    writeFileSync(`${onDisk}/later.json`, "[3]");
    expect(await load(`${folder}/later.json`)).toBeDefined();
  });

  test("a hundred at once all resolve, each to its own", async () => {
    const paths = Array.from({ length: 100 }, (_, i) => {
      writeFileSync(`${onDisk}/many-${i}.json`, `[${i}]`);
      return `${folder}/many-${i}.json`;
    });
    const loaded = await Promise.all(paths.map((path) => load<JsonResource>(path)));
    expect(loaded.map((each) => each.resourcePath)).toEqual(paths);
  });

  test("the same path at the same time is one load, whose progress all hear of", async () => {
    const path = bigFile("shared.json");
    const heard: string[] = [];
    const [first, second] = await Promise.all(
      ["first", "second"].map((who) =>
        load(path, { onProgress: (fraction) => fraction === 1 && heard.push(who) }),
      ),
    );
    expect(first).toBe(second);
    expect(heard).toEqual(["first", "second"]);
    expect(ResourceLoader.loadThreadedGetStatus(path)).toBe(
      ResourceLoader.THREAD_LOAD_INVALID_RESOURCE,
    );
  });

  test("copies past the cache are each their own, also at the same time", async () => {
    const path = bigFile("copies.json");
    const cacheMode = ResourceLoader.CACHE_MODE_IGNORE;
    const [first, second, third] = await Promise.all([
      load(path),
      load(path, { cacheMode }),
      load(path, { cacheMode }),
    ]);
    expect(first === second || second === third || first === third).toBe(false);
    expect(ResourceLoader.getCachedRef(path)).toBe(first);
  });

  test("when one of two is cancelled, the other gets the resource", async () => {
    const path = bigFile("half.json");
    const cancelled = spawn(() => load(path), { start: "now" });
    const kept = spawn(() => load(path), { start: "now" });
    cancelled.cancel();
    await expect(cancelled).rejects.toThrow(CancelledError);
    expect((await kept).resourcePath).toBe(path);
  });

  test("when all are cancelled, it ends in the background, and nothing of it is left", async () => {
    const path = bigFile("dropped.json");
    const task = spawn(() => load(path), { start: "now" });
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    await until(
      () =>
        ResourceLoader.loadThreadedGetStatus(path) === ResourceLoader.THREAD_LOAD_INVALID_RESOURCE,
    );
    expect((await load(path)).resourcePath).toBe(path);
  });

  test("an aborted signal begins no load", async () => {
    const path = bigFile("aborted.json");
    await expect(load(path, { signal: AbortSignal.abort(new Error("no")) })).rejects.toThrow("no");
    expect(ResourceLoader.loadThreadedGetStatus(path)).toBe(
      ResourceLoader.THREAD_LOAD_INVALID_RESOURCE,
    );
  });

  test("a cancellation that comes with the end wins", async () => {
    const path = bigFile("both.json");
    const task: Task = spawn(() =>
      load(path, { onProgress: (fraction) => fraction === 1 && task.cancel() }),
    );
    await expect(task).rejects.toThrow(CancelledError);
  });

  test("says what it waits for", async () => {
    const path = bigFile("named.json");
    const task = spawn(() => load(path), { start: "now" });
    expect(task.waitsFor).toBe(`the load of "${path}"`);
    await task;
  });

  test("a path that is no string is refused", () => {
    expect(() => load(3 as never)).toThrow("load(path) needs a path as a string, but got 3");
  });

  test("one that goes on when the game ends leaves nothing behind", async () => {
    const path = "res://package-lock.json";
    void load(path);
    void spawn(() => load(path, { cacheMode: ResourceLoader.CACHE_MODE_IGNORE }));
    await nextFrame();
  });
});
