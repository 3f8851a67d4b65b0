import {
  Callable,
  FreedObjectError,
  Array as GodotArray,
  isInstanceIdValid,
  isInstanceValid,
  Node,
  RefCounted,
  Resource,
  type Signal,
  Timer,
} from "godot";
import { method, nextFrame, register, signal } from "godot-ts";
import { collectGarbage, collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

const inCall = /cannot be freed while the engine calls one of its methods or emits one of its/;

type Moment = "_enterTree" | "_ready" | "_process" | "_physicsProcess" | "_exitTree";

@register()
class TestVictim extends Node {
  @signal() readonly hurt!: Signal<[]>;
  moment: Moment | undefined;
  victim: Node = this;
  error: unknown;

  #at(moment: Moment): void {
    if (moment !== this.moment) return;
    this.moment = undefined;
    this.tryToFree();
  }

  @method()
  tryToFree(): void {
    try {
      this.victim.free();
    } catch (error) {
      this.error = error;
    }
  }

  override _enterTree(): void {
    this.#at("_enterTree");
  }
  override _ready(): void {
    this.#at("_ready");
  }
  override _process(): void {
    this.#at("_process");
  }
  override _physicsProcess(): void {
    this.#at("_physicsProcess");
  }
  override _exitTree(): void {
    this.#at("_exitTree");
  }
}

describe("free throws, and the object lives on,", () => {
  test.each<Moment>(["_enterTree", "_ready", "_process", "_physicsProcess"])(
    "in the object's own %s",
    async (moment) => {
      const victim = new TestVictim();
      victim.moment = moment;
      enter(victim);
      await until(() => victim.error !== undefined);
      expect(victim.error).toEqual(
        expect.objectContaining({ message: expect.stringMatching(inCall) }),
      );
      expect(isInstanceValid(victim)).toBe(true);
      victim.free();
      expect(isInstanceValid(victim)).toBe(false);
    },
  );

  test("in a method that GDScript calls", () => {
    const victim = new TestVictim();
    victim.call("try_to_free");
    expect(victim.error).toEqual(
      expect.objectContaining({ message: expect.stringMatching(inCall) }),
    );
    victim.free();
  });

  test("in a listener of one of its signals", async () => {
    const victim = new TestVictim();
    let error: unknown;
    victim.hurt.connect(() => {
      try {
        victim.free();
      } catch (thrown) {
        error = thrown;
      }
    });
    const log = await recordLog(() => victim.hurt.emit());
    expect(error).toEqual(expect.objectContaining({ message: expect.stringMatching(inCall) }));
    expect(log.map((entry) => entry.text)).toEqual(["Object is locked and can't be freed."]);
    victim.free();
  });

  test("in a listener of the signals with which it enters the tree and leaves it", async () => {
    const node = new Node();
    const errors: unknown[] = [];
    const tryToFree = () => {
      try {
        node.free();
      } catch (error) {
        errors.push(error);
      }
    };
    node.treeEntered.connect(tryToFree);
    node.treeExiting.connect(tryToFree);
    await recordLog(() => {
      enter(node);
      node.getParent()?.removeChild(node);
    });
    expect(errors).toHaveLength(2);
    expect(isInstanceValid(node)).toBe(true);
    node.free();
  });
});

describe("an object that is being freed", () => {
  test("is not freed once more from its own _exitTree", () => {
    const victim = enter(new TestVictim());
    victim.moment = "_exitTree";
    victim.free();
    expect(victim.error).toEqual(
      expect.objectContaining({ message: expect.stringMatching(inCall) }),
    );
    expect(isInstanceValid(victim)).toBe(false);
  });

  test("is not freed once more by a child that goes with it", () => {
    const parent = enter(new Node());
    const child = new TestVictim();
    child.moment = "_exitTree";
    child.victim = parent;
    parent.addChild(child);
    parent.free();
    expect(child.error).toEqual(
      expect.objectContaining({ message: expect.stringMatching(inCall) }),
    );
    expect(isInstanceValid(parent)).toBe(false);
    expect(isInstanceValid(child)).toBe(false);
  });

  test("may be used by those who are told", () => {
    const node = enter(new Node());
    node.name = "Leaving";
    const seen: unknown[] = [];
    node.treeExiting.connect(() => seen.push(node.name, node.isInsideTree()));
    node.treeExited.connect(() => seen.push(node.name, node.isInsideTree()));
    node.free();
    expect(seen).toEqual(["Leaving", true, "Leaving", false]);
    expect(() => node.name).toThrow(FreedObjectError);
  });
});

describe("an object that is freed by others", () => {
  test("while its method runs in TypeScript throws from there on", () => {
    const parent = new Node();
    class Part {
      readonly node = new Node();
      run(): string {
        parent.free();
        return this.node.name;
      }
    }
    const part = new Part();
    parent.addChild(part.node);
    expect(() => part.run()).toThrow(FreedObjectError);
  });

  test("by a listener that is called before, is gone for those that come after", () => {
    const timer = new Timer();
    const node = new Node();
    const seen: unknown[] = [];
    timer.timeout.connect(() => node.free());
    timer.timeout.connect(() => seen.push(isInstanceValid(node)));
    timer.timeout.emit();
    expect(seen).toEqual([false]);
    timer.free();
  });

  test("in a timer's listener, by queueFree of the timer itself", async () => {
    const timer = enter(new Timer());
    timer.timeout.connect(() => timer.queueFree());
    timer.start(0.01);
    await until(() => !isInstanceValid(timer));
    expect(() => timer.timeLeft).toThrow(FreedObjectError);
  });

  test("on another thread is known to be gone, and so are two thousand", async () => {
    const probe = gdNode("probe");
    const nodes = Array.from({ length: 2000 }, () => new Node());
    probe.call("free_on_thread", nodes);
    expect(nodes.filter((node) => isInstanceValid(node))).toEqual([]);
    expect(() => nodes[0]?.name).toThrow(FreedObjectError);
    nodes.length = 0;
    await collectGarbage();
    probe.free();
  });

  test("with its parent's parent, far below", () => {
    const root = new Node();
    let last = root;
    for (let depth = 0; depth < 500; depth++) {
      const child = new Node();
      last.addChild(child);
      last = child;
    }
    root.free();
    expect(() => last.getParent()).toThrow(FreedObjectError);
  });
});

describe("an address that the engine uses again", () => {
  test("belongs to the new object alone, ten thousand times", () => {
    let previous = new Node();
    const confused: number[] = [];
    for (let round = 0; round < 10_000; round++) {
      previous.free();
      const next = new Node();
      if (isInstanceValid(previous) || next === previous || next.getChildCount() !== 0) {
        confused.push(round);
      }
      previous = next;
    }
    previous.free();
    expect(confused).toEqual([]);
  });

  test("belongs to an object of another class", () => {
    const ids = new Set<unknown>();
    for (let round = 0; round < 1000; round++) {
      const node = new Node();
      ids.add(node.getInstanceId());
      node.free();
      const victim = new TestVictim();
      expect(victim).toBeInstanceOf(TestVictim);
      expect(() => node.getChildCount()).toThrow(FreedObjectError);
      victim.free();
    }
    expect(ids.size).toBe(1000);
  });
});

describe("the last reference to a RefCounted", () => {
  test("may go in a listener of its own signal", async () => {
    const things = new GodotArray();
    let id: number | bigint = 0;
    (() => {
      const resource = new Resource();
      id = resource.getInstanceId();
      things.push(resource);
      resource.changed.connect(() => things.set(0, null));
    })();
    await collectGarbage();
    (things.get(0) as Resource).emitChanged();
    await collectGarbage();
    expect(isInstanceIdValid(id)).toBe(false);
  });

  test("may free a node, whose listeners run", async () => {
    const seen: unknown[] = [];
    (() => {
      const bag = gdNode("bag_of_nodes") as unknown as RefCounted;
      const node = new TestVictim();
      enter(node);
      bag.call("own", node);
      node.treeExited.connect(() => {
        seen.push(new TestVictim().free(), new RefCounted().getReferenceCount());
      });
    })();
    await collectGarbageUntil(() => seen.length > 0);
    expect(seen).toEqual([undefined, 1]);
  });
});

describe("a constructor", () => {
  @register()
  class TestInner extends RefCounted {
    readonly kind = "inner";
  }

  @register()
  class TestOuter extends Node {
    readonly inner: TestInner;
    constructor(inner = new TestInner()) {
      const another = new TestInner();
      super();
      this.inner = inner;
      this.setMeta("kind", another.kind);
    }
  }

  test("may make other objects before it calls super, when it is called here", () => {
    const outer = new TestOuter();
    expect(outer.getClass()).toBe("TestOuter");
    expect(outer.inner.getClass()).toBe("TestInner");
    expect(outer.getMeta("kind")).toBe("inner");
    outer.free();
  });

  test("may make other objects before it calls super, when the engine makes the object", () => {
    const probe = gdNode("probe");
    const outer = probe.call("make", "TestOuter") as TestOuter;
    expect(outer).toBeInstanceOf(TestOuter);
    expect(outer.inner).toBeInstanceOf(TestInner);
    expect(outer.inner.getClass()).toBe("TestInner");
    outer.free();
    probe.free();
  });
});

test("a node may be freed by a task while the tree calls it", async () => {
  const node = enter(new TestVictim());
  await nextFrame();
  node.free();
  await nextFrame();
  expect(isInstanceValid(node)).toBe(false);
});

test("a Callable of a freed object's method says that it is not valid", () => {
  const victim = new TestVictim();
  const callable = new Callable(victim, "try_to_free");
  expect(callable.isValid()).toBe(true);
  victim.free();
  expect(callable.isValid()).toBe(false);
});
