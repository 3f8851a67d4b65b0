import { type Node, Signal } from "godot";
import {
  arm,
  currentTask,
  nextFrame,
  on,
  once,
  race,
  SourceFreedError,
  sleep,
  spawn,
  until,
} from "godot-ts";
import { gdNode } from "./support/gdscript";

let probe: Node;
let hit: Signal<[damage: number, by: string]>;
beforeEach(() => {
  probe = gdNode("probe");
  hit = new Signal(probe, "hit");
});
afterEach(() => {
  if (probe.isInsideTree() || hit.getObject() !== null) probe.free();
});

const connections = () => hit.getConnections().length;

/** Has GDScript emit, with no JavaScript on the stack, and waits for that. */
async function emit(...hits: readonly number[]): Promise<void> {
  for (const damage of hits) probe.callDeferred("emit_hit", damage, "arrow");
  await nextFrame();
}

describe("once, resumed inline", () => {
  test("the task goes on within the emission, as GDScript does", async () => {
    const log: string[] = [];
    hit.connect(() => log.push("a listener before it"));
    spawn(
      async () => {
        const [damage] = await once(hit, { resume: "inline" });
        log.push(`hit by ${damage}`);
      },
      { start: "now" },
    );
    hit.connect(() => log.push("a listener behind it"));
    await emit(5);
    expect(log).toEqual(["a listener before it", "hit by 5", "a listener behind it"]);
  });

  test("a loop sees every emission, one after the other", async () => {
    const seen: number[] = [];
    const task = spawn(
      async () => {
        for (;;) seen.push((await once(hit, { resume: "inline" }))[0]);
      },
      { start: "now" },
    );
    await emit(1, 2, 3);
    task.cancel();
    expect(seen).toEqual([1, 2, 3]);
  });

  test("several tasks go on in the order in which they began to wait", async () => {
    const log: string[] = [];
    const wait = async (name: string) => {
      await once(hit, { resume: "inline" });
      log.push(name);
    };
    for (const name of ["a", "b", "c"]) spawn(() => wait(name), { start: "now" });
    hit.connect(() => log.push("listener"));
    await emit(1);
    expect(log).toEqual(["a", "b", "c", "listener"]);
  });

  test("an emission by a task that has awaited something resumes when that task waits again", async () => {
    const log: string[] = [];
    spawn(() => once(hit, { resume: "inline" }).then(() => log.push("hit")), { start: "now" });
    await spawn(async () => {
      await nextFrame();
      hit.emit(1, "");
      log.push("emitted");
      await Promise.resolve();
    });
    expect(log).toEqual(["emitted", "hit"]);
  });

  test("the current task is the one that waited", async () => {
    const names: (string | undefined)[] = [];
    const waiting = async () => {
      await once(hit, { resume: "inline" });
      names.push(currentTask()?.name);
    };
    spawn(waiting, { start: "now" });
    hit.connect(() => names.push(currentTask()?.name));
    await emit(1);
    expect(names).toEqual(["waiting", undefined]);
  });
});

describe("waits for a signal share a connection", () => {
  test("of many, one is the engine's", () => {
    const tasks = [1, 2, 3].map(() => spawn(() => once(hit), { start: "now" }));
    expect(connections()).toBe(1);
    for (const task of tasks) task.cancel();
    expect(connections()).toBe(0);
  });

  test("it goes in the drain after the emission, when nobody has come back", async () => {
    const task = spawn(() => once(hit), { start: "now" });
    hit.emit(5, "arrow");
    expect(await task).toEqual([5, "arrow"]);
    await nextFrame();
    expect(connections()).toBe(0);
  });

  test("who comes while it is emitted hears the next emission", async () => {
    const seen: number[] = [];
    const task = spawn(
      async () => {
        seen.push((await once(hit, { resume: "inline" }))[0]);
        seen.push((await once(hit))[0]);
      },
      { start: "now" },
    );
    await emit(1, 2);
    await task;
    expect(seen).toEqual([1, 2]);
  });

  test("all of them reject with SourceFreedError when the object is freed", async () => {
    const waits = [once(hit), once(hit, { resume: "inline" }), on(hit).next(), arm(hit)];
    probe.free();
    const outcomes = await Promise.allSettled(waits);
    const errors = outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason);
    expect(errors.every((error) => error instanceof SourceFreedError)).toBe(true);
    probe = gdNode("probe");
    hit = new Signal(probe, "hit");
  });

  test("a wait that is begun between the emission and the drain is heard next time", async () => {
    const first = once(hit);
    hit.emit(1, "");
    const second = once(hit);
    hit.emit(2, "");
    expect([(await first)[0], (await second)[0]]).toEqual([1, 2]);
  });
});

describe("on", () => {
  test("iterates over all emissions of a frame", async () => {
    const heard: string[] = [];
    const task = spawn(
      async () => {
        for await (const [damage, by] of on(hit)) {
          heard.push(`${damage} ${by}`);
          if (heard.length === 3) break;
        }
      },
      { start: "now" },
    );
    for (const damage of [1, 2, 3]) probe.call("emit_hit", damage, "arrow");
    await task;
    expect([heard, connections()]).toEqual([["1 arrow", "2 arrow", "3 arrow"], 0]);
  });
});

describe("arm", () => {
  test("hears what is emitted before it is awaited", async () => {
    using armed = arm(hit);
    hit.emit(7, "trap");
    await sleep(0.02);
    expect(await armed).toEqual([7, "trap"]);
  });
});

test("until asks once a frame, and a race that it wins leaves no connection", async () => {
  let asked = 0;
  await spawn(() => race([until(() => ++asked === 3), once(hit)]), { start: "now" });
  expect([asked, connections()]).toEqual([3, 0]);
});
