import { AsyncLocalStorage } from "node:async_hooks";
import fc from "fast-check";
import { Node, Signal } from "godot";
import { currentTask, nextFrame, once, spawn } from "godot-ts";

let node: Node;
let changed: Signal<unknown[]>;
beforeEach(() => {
  node = new Node();
  node.addUserSignal("changed");
  changed = new Signal(node, "changed");
});
afterEach(() => node.free());

/** Has the engine emit, with no JavaScript on the stack, and waits for that. */
async function emit(...args: readonly unknown[]): Promise<void> {
  node.callDeferred("emit_signal", "changed", ...(args as never[]));
  await nextFrame();
}

const inline = { resume: "inline" } as const;

const ARGUMENTS: readonly (readonly unknown[])[] = [
  [],
  [5],
  [null],
  ["text"],
  [1, 2],
  [null, null, "three"],
];

describe("a wait that is resumed inline", () => {
  test.each(ARGUMENTS.map((args) => [args]))("resolves to %j, as emitted", async (args) => {
    const task = spawn(() => once(changed, inline), { start: "now" });
    await emit(...args);
    expect(await task).toEqual(args);
  });

  test.each(ARGUMENTS.map((args) => [args]))(
    "resolves to %j, where a promise's continuation emits",
    async (args) => {
      const task = spawn(() => once(changed, inline), { start: "now" });
      await Promise.resolve();
      changed.emit(...args);
      expect(await task).toEqual(args);
    },
  );

  test("gets an object and an array as the engine emitted them", async () => {
    const seen: unknown[] = [];
    const task = spawn(
      async () => {
        for (let i = 0; i < 2; i++) seen.push((await once(changed, inline))[0]);
      },
      { start: "now" },
    );
    await emit(node);
    await emit([1, "two"]);
    await task;
    expect(seen[0]).toBe(node);
    expect([...(seen[1] as Iterable<unknown>)]).toEqual([1, "two"]);
  });

  test.each([[[]], [[1]], [[1, 2]]])(
    "leaves what is ambient as it was, for who emitted %j and for who waited",
    async (args) => {
      const place = new AsyncLocalStorage<string>();
      const seen: (string | undefined)[] = [];
      const waiting = place.run("the wait", () =>
        spawn(
          async () => {
            await once(changed, inline);
            seen.push(place.getStore(), currentTask()?.name);
          },
          { name: "waiting", start: "now" },
        ),
      );
      const emitting = new Promise<void>((resolve) => {
        // Not in a promise's continuation: those would run after it.
        setTimeout(() => {
          place.run("the emitter", () => {
            changed.emit(...args);
            seen.push(place.getStore(), currentTask()?.name);
          });
          resolve();
        });
      });
      await Promise.all([waiting, emitting]);
      expect(seen).toEqual(["the wait", "waiting", "the emitter", undefined]);
    },
  );

  test("the promises that were due go on before it, and all of them before the emitter", async () => {
    const log: string[] = [];
    spawn(() => once(changed, inline).then(() => log.push("the wait")), { start: "now" });
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        Promise.resolve().then(() => log.push("due"));
        changed.emit();
        log.push("the emitter");
        resolve();
      });
    });
    expect(log).toEqual(["due", "the wait", "the emitter"]);
  });

  test("an error after it is the task's, and the emitter goes on", async () => {
    const task = spawn(
      async () => {
        await once(changed, inline);
        throw new Error("after the wait");
      },
      { start: "now" },
    );
    task.then(undefined, () => {});
    let heard = 0;
    changed.connect(() => heard++);
    await emit();
    expect(heard).toBe(1);
    await expect(task).rejects.toThrow("after the wait");
  });
});

test("a wait hears the first emission after it began, whoever else waits, and however", async () => {
  const kinds = fc.array(fc.constantFrom<"inline" | "drain">("inline", "drain"), {
    minLength: 1,
    maxLength: 4,
  });
  const program = fc.record({
    tasks: fc.array(fc.record({ begins: fc.nat(3), kinds }), { minLength: 1, maxLength: 4 }),
    emissions: fc.array(fc.record({ count: fc.integer({ min: 1, max: 3 }), args: fc.nat(2) }), {
      minLength: 8,
      maxLength: 8,
    }),
  });
  await fc.assert(
    fc.asyncProperty(program, async ({ tasks, emissions }) => {
      const signal = `changed${Math.random()}`;
      node.addUserSignal(signal);
      const source = new Signal<[number?]>(node, signal);
      let emitted = 0;
      const wrong: string[] = [];
      const begin = (kinds: readonly ("inline" | "drain")[]) =>
        spawn(
          async () => {
            for (const resume of kinds) {
              const begun = emitted;
              const [told] = await once(source, { resume });
              // Within the emission it is known which one it is, else only by what it brought along.
              const heard = resume === "inline" ? emitted : (told ?? begun + 1);
              const isRight = heard === begun + 1 && (told === undefined || told === heard);
              if (!isRight) wrong.push(`${resume}, begun at ${begun}, heard ${heard}: ${told}`);
            }
          },
          { start: "now" },
        );
      const all = [];
      for (const [round, { count, args }] of emissions.entries()) {
        for (const task of tasks) if (task.begins === round) all.push(begin(task.kinds));
        for (let i = 0; i < count; i++) {
          // Not by a promise's continuation: an inline wait would go on after it.
          await new Promise<void>((resolve) => {
            setImmediate(() => {
              emitted++;
              source.emit(...(Array.from({ length: args }, () => emitted) as [number?]));
              resolve();
            });
          });
        }
        await nextFrame();
      }
      for (const task of all) task.cancel();
      expect(wrong).toEqual([]);
      expect(all.every((task) => task.state === "completed")).toBe(true);
    }),
    { numRuns: 25 },
  );
});
