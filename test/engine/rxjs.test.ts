import { Engine, Node, type Signal } from "godot";
import {
  currentTask,
  frames,
  isCancellation,
  nextFrame,
  once,
  type SignalSource,
  SourceFreedError,
  scopeOf,
  sleep,
  spawn,
} from "godot-ts";
import * as rxjs from "rxjs";
import {
  interval,
  lastValueFrom,
  map,
  type Observable,
  observeOn,
  type SchedulerLike,
  Subject,
  take,
  timer,
} from "rxjs";
import { DocPage } from "./support/doc-programs";
import { newEnemy } from "./support/enemy";
import { enter, tree, until } from "./support/tree";

interface RxjsOnFrames {
  readonly gameScheduler: SchedulerLike;
  readonly realScheduler: SchedulerLike;
  fromSignal<A extends unknown[]>(signal: Signal<A>): Observable<A>;
  iterate<T>(observable: Observable<T>): AsyncGenerator<T, void>;
  asSignal<T>(observable: Observable<T>, name?: string): SignalSource<[T]>;
}

const page = new DocPage("rxjs.md", { rxjs, "node:async_hooks": require("node:async_hooks") });
let onFrames: RxjsOnFrames;
let shown: unknown[] = [];
const hud = { show: (what: unknown) => shown.push(what) };

beforeAll(() => {
  onFrames = page.loadFile("scripts/rxjs-on-frames.ts") as unknown as RxjsOnFrames;
});
beforeEach(() => {
  shown = [];
});
const { maxFps } = Engine;
afterEach(() => {
  Engine.maxFps = maxFps;
  tree().paused = false;
  Engine.timeScale = 1;
});

describe("the programs of docs/rxjs.md run:", () => {
  test("times", async () => {
    await page.run("Times", { hud });
    await until(() => shown.length === 3);
    expect(shown).toEqual([3, 2, 1]);
  });

  test("a signal as an observable", async () => {
    const enemy = newEnemy();
    const listener = enter(new Node());
    await scopeOf(listener).spawn(() => page.run("A signal as an observable", { hud, enemy }));
    for (const damage of [1, 2, 3]) enemy.hurt.emit(damage);
    await until(() => shown.length === 1);
    expect(shown).toEqual([[2, 3]]);
    listener.queueFree();
    await until(() => enemy.hurt.getConnections().length === 0);
    enemy.node.free();
  });

  test("an observable in a task", async () => {
    const keys = new Subject<string>();
    // So that the first key comes in time, however long a frame is.
    tree().paused = true;
    const program = spawn(() => page.run("An observable in a task", { hud, keys }));
    await until(() => keys.observed);
    keys.next("a");
    await until(() => shown.length === 1 && keys.observed);
    tree().paused = false;
    for (const key of ["b", "c", "escape", "d"]) keys.next(key);
    await program;
    expect([shown, keys.observed]).toEqual([["key", "b", "c", "escape"], false]);
  });

  test("and there are no others", () => {
    expect(page.headings).toEqual([
      "Times",
      "A signal as an observable",
      "An observable in a task",
    ]);
  });
});

describe("the scheduler", () => {
  test("goes by the game's clock, which stands while the game is paused", async () => {
    tree().paused = true;
    let isOver = false;
    timer(10, onFrames.gameScheduler).subscribe(() => {
      isOver = true;
    });
    await lastValueFrom(timer(100, onFrames.realScheduler));
    expect(isOver).toBe(false);
    tree().paused = false;
    await until(() => isOver);
  });

  test("goes by the game's clock, which goes faster with the time scale", async () => {
    Engine.timeScale = 100;
    const slow = sleep(1, { clock: "real" }).then(() => "real time");
    const fast = lastValueFrom(timer(10_000, onFrames.gameScheduler)).then(() => "game time");
    expect(await Promise.race([slow, fast])).toBe("game time");
  });

  test("keeps the beat of an interval, whatever the frames are", async () => {
    const { gameScheduler } = onFrames;
    Engine.maxFps = 30;
    const from = gameScheduler.now();
    // By how much frames were longer than the beat, which nothing can make up for.
    let tooLong = 0;
    let before = from;
    const watch = spawn(async () => {
      for (;;) {
        await nextFrame();
        const now = gameScheduler.now();
        tooLong += Math.max(0, now - before - 40);
        before = now;
      }
    });
    await lastValueFrom(interval(40, gameScheduler).pipe(take(10)));
    const late = gameScheduler.now() - from - 400;
    watch.cancel();
    expect(late).toBeGreaterThan(-1);
    expect(late).toBeLessThan(tooLong + 40);
  });

  test("has values come in a drain, in their order", async () => {
    const source = new Subject<number>();
    const seen: number[] = [];
    const subscription = source
      .pipe(observeOn(onFrames.gameScheduler))
      .subscribe((value) => seen.push(value));
    for (const value of [1, 2, 3]) source.next(value);
    expect(seen).toEqual([]);
    await until(() => seen.length === 3);
    expect(seen).toEqual([1, 2, 3]);
    subscription.unsubscribe();
  });

  test("leaves no task behind when somebody unsubscribes", async () => {
    const scope = scopeOf(enter(new Node()));
    await scope.spawn(() => {
      interval(50, onFrames.gameScheduler).subscribe().unsubscribe();
    });
    await until(() => scope.isEmpty);
  });

  test("runs no more for a node that has left the tree", async () => {
    const node = enter(new Node());
    let count = 0;
    await scopeOf(node).spawn(() => {
      interval(1, onFrames.gameScheduler).subscribe(() => count++);
    });
    await until(() => count > 0);
    node.queueFree();
    await frames(2);
    const before = count;
    await sleep(0.02);
    expect(count).toBe(before);
  });

  test("does not cancel what a subscriber starts when the subscription ends", async () => {
    const started = new Promise((resolve) => {
      timer(1, onFrames.gameScheduler)
        .pipe(take(1))
        .subscribe(() => {
          resolve(spawn(() => frames(2).then(() => "over")));
        });
    });
    expect(await started).toBe("over");
  });
});

describe("fromSignal", () => {
  test("disconnects when somebody unsubscribes", async () => {
    const { node, hurt } = newEnemy();
    const subscription = onFrames.fromSignal(hurt).subscribe();
    expect(hurt.getConnections().length).toBe(1);
    subscription.unsubscribe();
    await until(() => hurt.getConnections().length === 0);
    node.free();
  });

  test("fails with SourceFreedError when the source is freed", async () => {
    const { node, hurt } = newEnemy();
    const last = lastValueFrom(onFrames.fromSignal(hurt)).catch((error: unknown) => error);
    await nextFrame();
    node.free();
    expect(await last).toBeInstanceOf(SourceFreedError);
  });

  test("completes when the node that has subscribed leaves the tree", async () => {
    const { node, hurt } = newEnemy();
    const listener = enter(new Node());
    let hasCompleted = false;
    await scopeOf(listener).spawn(() => {
      onFrames.fromSignal(hurt).subscribe({ complete: () => (hasCompleted = true) });
    });
    listener.queueFree();
    await until(() => hasCompleted && hurt.getConnections().length === 0);
    node.free();
  });

  test("does not cancel what a subscriber starts when the subscription ends", async () => {
    const { node, hurt } = newEnemy();
    const started = new Promise((resolve) => {
      onFrames
        .fromSignal(hurt)
        .pipe(take(1))
        .subscribe(() => resolve(spawn(() => frames(2).then(() => "over"))));
    });
    hurt.emit(1);
    expect(await started).toBe("over");
    node.free();
  });
});

describe("an observable in a task", () => {
  test("is unsubscribed from when the task is cancelled", async () => {
    const keys = new Subject<string>();
    const task = spawn(async () => {
      for await (const key of onFrames.iterate(keys)) shown.push(key);
    });
    await until(() => keys.observed);
    task.cancel();
    await expect(task.then(() => "ended", isCancellation)).resolves.toBe(true);
    expect(keys.observed).toBe(false);
  });

  test("ends the loop when it completes, and throws its error after what came before", async () => {
    const keys = new Subject<string>();
    const failing = spawn(async () => {
      for await (const key of onFrames.iterate(keys)) shown.push(key);
    });
    await until(() => keys.observed);
    keys.next("a");
    keys.error(new Error("unplugged"));
    await expect(failing).rejects.toThrow("unplugged");
    for await (const n of onFrames.iterate(rxjs.of(1, 2))) shown.push(n);
    expect(shown).toEqual(["a", 1, 2]);
  });

  test("keeps the task current", async () => {
    const task = spawn(async () => {
      for await (const _ of onFrames.iterate(rxjs.of(1))) return currentTask()?.id;
      return undefined;
    });
    expect(await task).toBe(task.id);
  });

  test("rejects a wait for its next value when it ends", async () => {
    const next = once(onFrames.asSignal(rxjs.EMPTY.pipe(map(String)), "keys"));
    await expect(next).rejects.toThrow("keys was freed");
  });
});
