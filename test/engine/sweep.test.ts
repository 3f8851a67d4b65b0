import { mkdirSync, openSync } from "node:fs";
import { Engine } from "godot";
import { nextFrame } from "godot-ts";
import { argumentSets } from "./sweep/argument-sets";
import { builtins, classes, type EngineClass, singletons, utilities } from "./sweep/engine-api";
import { isExcepted, unusedExceptions } from "./sweep/exceptions";
import { madeOf, singletonOf } from "./sweep/subjects";
import { Sweep } from "./sweep/sweep";

// What is called is in this file when it ends the process.
mkdirSync("build", { recursive: true });
const sweep = new Sweep(isExcepted, openSync("build/sweep.log", "w"));

const all = argumentSets();
const few = all.filter(({ name }) => ["nothing", "null", "zeros and null objects"].includes(name));

/** The first class to sweep: to go on from one that has ended the process. */
const first = process.env.GODOT_TS_SWEEP_FROM ?? "";

// A letter has up to a hundred classes, which a busy machine takes minutes for.
jest.setTimeout(600_000);

beforeEach(() => {
  Engine.printErrorMessages = false;
});
afterEach(() => {
  Engine.printErrorMessages = true;
});

describe("every call gives a value or throws an Error, and the process lives", () => {
  test.each([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"])("classes with %s", async (letter) => {
    for (const Class of classes()) {
      if (!Class.name.startsWith(letter) || Class.name < first) continue;
      sweep.sweepClass(Class, madeOf(Class), all, few);
      await nextFrame();
    }
    expect(sweep.failures).toEqual([]);
  });

  test("singletons", async () => {
    for (const object of singletons()) {
      sweep.sweepClass(object.constructor as EngineClass, singletonOf(object), all, []);
      Engine.printErrorMessages = false;
      await nextFrame();
    }
    expect(sweep.failures).toEqual([]);
  });

  test("utility functions", () => {
    for (const [name, fn] of utilities()) sweep.sweepFunction("", name, fn, all);
    expect(sweep.failures).toEqual([]);
  });

  test("constructors of the builtin types", () => {
    for (const Type of builtins()) {
      for (const count of [0, 1, 2, 3, 4]) {
        const make = (...args: unknown[]) => new Type(...args.slice(0, count));
        const sets = all.map((set) => ({ ...set, make: () => Array(count).fill(set.value) }));
        sweep.sweepFunction(Type.name, `constructor with ${count}`, make, sets);
      }
    }
    expect(sweep.failures).toEqual([]);
  });
});

test("the sweep has reached what there is", () => {
  printCounts();
  expect(sweep.counts.classes).toBeGreaterThan(900);
  expect(sweep.counts.methods).toBeGreaterThan(100_000);
  expect(sweep.counts.calls).toBeGreaterThan(500_000);
});

test("every call that the sweep leaves out exists", () => {
  expect(unusedExceptions()).toEqual([]);
});

function printCounts(): void {
  const counts = Object.entries(sweep.counts).map(([what, count]) => `${count} ${what}`);
  console.log(`The sweep: ${counts.join(", ")}`);
}
