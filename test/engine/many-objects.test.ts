import {
  Callable,
  Dictionary,
  Array as GodotArray,
  Node,
  Performance,
  RefCounted,
  Resource,
  Signal,
} from "godot";
import { register } from "godot-ts";
import { collectGarbage, collectGarbageNow } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";

@register()
class TestDropped extends RefCounted {
  readonly field = {};
}

interface Usage {
  readonly objects: number;
  readonly heap: number;
  readonly resident: number;
}

async function usage(): Promise<Usage> {
  await collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    objects: Performance.getMonitor(Performance.OBJECT_COUNT),
    heap: heapUsed,
    resident: rss,
  };
}

const rounds = 20;
const settledAfter = 5;
const total = 1_000_000;
/**
 * What may be left of each object, in bytes: the smallest thing that could leak, a wrapper or its
 * binding, has about a hundred. Pages of memory come and go in larger pieces than the heap's.
 */
const heapLeft = 4;
const residentLeft = 24;

/** How much is left of objects that are made and dropped, garbage being collected between rounds. */
async function growth(makeAndDrop: (count: number) => void): Promise<Usage> {
  let settled: Usage | undefined;
  for (let round = 1; round <= rounds; round++) {
    makeAndDrop(total / rounds);
    if (round === settledAfter) settled = await usage();
    else await collectGarbage();
  }
  const last = await usage();
  if (settled === undefined) throw new Error("there were too few rounds");
  const made = (total * (rounds - settledAfter)) / rounds;
  return {
    objects: last.objects - settled.objects,
    heap: (last.heap - settled.heap) / made,
    resident: (last.resident - settled.resident) / made,
  };
}

async function expectNothingLeft(makeAndDrop: (count: number) => void): Promise<void> {
  const left = await growth(makeAndDrop);
  expect(left.objects).toBe(0);
  expect(left.heap).toBeLessThan(heapLeft);
  expect(left.resident).toBeLessThan(residentLeft);
}

describe("of a million", () => {
  test("RefCounteds nothing is left", async () => {
    await expectNothingLeft((count) => {
      for (let i = 0; i < count; i++) new RefCounted();
    });
  });

  test("RefCounteds of a class written in TypeScript nothing is left", async () => {
    await expectNothingLeft((count) => {
      for (let i = 0; i < count; i++) new TestDropped();
    });
  });

  test("nodes that are freed nothing is left", async () => {
    await expectNothingLeft((count) => {
      for (let i = 0; i < count; i++) new Node().free();
    });
  });

  test("nodes that the engine makes and frees nothing is left", async () => {
    const maker = gdNode("node_maker");
    await expectNothingLeft((count) => {
      const nodes = maker.call("make", count) as GodotArray<Node>;
      let named = 0;
      for (const node of nodes) if (node.name === "") named++;
      expect(named).toBe(count);
      maker.call("free_all");
    });
    maker.free();
  });

  test("wrappers of nodes that live on nothing is left", async () => {
    const parent = new Node();
    const living = 1000;
    for (let i = 0; i < living; i++) parent.addChild(new Node());
    await expectNothingLeft((count) => {
      for (let i = 0; i < count; i++) parent.getChild(i % living).getChildCount();
    });
    parent.free();
  });

  test("Arrays, Dictionaries, Callables and Signals nothing is left", async () => {
    const node = new Node();
    await expectNothingLeft((count) => {
      for (let i = 0; i < count; i += 4) {
        new GodotArray().push(i);
        new Dictionary().set(i, new GodotArray());
        Callable.from(() => i);
        new Signal(node, "renamed").getObject();
      }
    });
    node.free();
  });

  test("RefCounteds that listen to themselves nothing is left", async () => {
    await expectNothingLeft((count) => {
      for (let i = 0; i < count; i += 10) {
        const resource = new Resource();
        resource.changed.connect(() => resource.resourceName);
      }
    });
  });

  test("RefCounteds that a container held nothing is left", async () => {
    await expectNothingLeft((count) => {
      const things = new GodotArray();
      for (let i = 0; i < count; i++) things.push(new RefCounted());
    });
  });
});

describe("within one frame, garbage that has been collected makes room for", () => {
  /** The most engine objects that there were at once, beyond those before. */
  function peak(make: () => unknown): number {
    const before = Performance.getMonitor(Performance.OBJECT_COUNT);
    let most = 0;
    for (let round = 0; round < 10; round++) {
      for (let i = 0; i < 10_000; i++) make();
      most = Math.max(most, Performance.getMonitor(Performance.OBJECT_COUNT) - before);
      collectGarbageNow();
    }
    return most;
  }

  test("new RefCounteds", async () => {
    await collectGarbage();
    expect(peak(() => new RefCounted())).toBeLessThan(20_000);
  });

  test("new RefCounteds of a class written in TypeScript", async () => {
    await collectGarbage();
    expect(peak(() => new TestDropped())).toBeLessThan(20_000);
  });

  test("RefCounteds that the engine makes", async () => {
    const resource = new Resource();
    await collectGarbage();
    expect(peak(() => resource.duplicate())).toBeLessThan(20_000);
  });

  test("RefCounteds in new Arrays", async () => {
    await collectGarbage();
    expect(peak(() => new GodotArray().push(new RefCounted()))).toBeLessThan(20_000);
  });
});
