import {
  Callable,
  Dictionary,
  Array as GodotArray,
  type Object as GodotObject,
  isInstanceIdValid,
  Node,
  RefCounted,
  Resource,
  type Signal,
} from "godot";
import { nextFrame, register, signal } from "godot-ts";
import { collectGarbage, collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { tree, until } from "./support/tree";

@register()
class TestState extends RefCounted {
  @signal() readonly changed!: Signal<[]>;
  other: unknown;
  count = 0;
}

/** The id of an object that nothing in the caller refers to. */
function idOf(make: () => GodotObject): number | bigint {
  return make().getInstanceId();
}

async function expectCollected(make: () => GodotObject): Promise<void> {
  const id = idOf(make);
  await collectGarbageUntil(() => !isInstanceIdValid(id));
}

describe("a RefCounted that nobody else refers to is collected", () => {
  test("with a field that refers to itself", async () => {
    await expectCollected(() => {
      const state = new TestState();
      state.other = state;
      return state;
    });
  });

  test("with a listener of its own signal that refers to it", async () => {
    await expectCollected(() => {
      const state = new TestState();
      state.changed.connect(() => {
        state.count++;
      });
      state.changed.emit();
      expect(state.count).toBe(1);
      return state;
    });
  });

  test("of the engine's, with a listener that refers to it", async () => {
    await expectCollected(() => {
      const resource = new Resource();
      resource.changed.connect(() => resource.resourceName);
      return resource;
    });
  });

  test("with a listener that is connected by Object.connect", async () => {
    await expectCollected(() => {
      const resource = new Resource();
      resource.connect("changed", () => resource.resourceName);
      return resource;
    });
  });

  test("with a listener that is a Callable", async () => {
    await expectCollected(() => {
      const resource = new Resource();
      resource.changed.connect(Callable.from(() => resource.resourceName));
      return resource;
    });
  });

  test("with another whose listeners refer to each other", async () => {
    await expectCollected(() => {
      const one = new TestState();
      const two = new Resource();
      one.changed.connect(() => two.emitChanged());
      two.changed.connect(() => one.count);
      return one;
    });
  });

  test("with a Callable in a field that calls a method of its own", async () => {
    await expectCollected(() => {
      const state = new TestState();
      state.other = Callable.from(() => state.count);
      return state;
    });
  });

  test("with a Callable in a field that the engine has had, and has given back", async () => {
    const probe = gdNode("probe");
    await expectCollected(() => {
      const state = new TestState();
      state.other = probe.call("echo", () => state.count);
      return state;
    });
    probe.free();
  });

  test("when a timer of the tree has fired, whose listener refers to it", async () => {
    let hasFired = false;
    const id = idOf(() => {
      const timer = tree().createTimer(0.01);
      timer.timeout.connect(() => {
        hasFired = timer.timeLeft <= 0;
      });
      return timer;
    });
    await collectGarbage();
    await until(() => hasFired);
    await collectGarbageUntil(() => !isInstanceIdValid(id));
  });

  test("when the engine drops it at last", async () => {
    const probe = gdNode("probe");
    const id = idOf(() => {
      const state = new TestState();
      state.changed.connect(() => state.count);
      probe.set("held", state);
      return state;
    });
    await collectGarbage();
    expect(isInstanceIdValid(id)).toBe(true);
    probe.set("held", null);
    await collectGarbageUntil(() => !isInstanceIdValid(id));
    probe.free();
  });
});

describe("a listener of a RefCounted", () => {
  test("is there for as long as the engine refers to the object", async () => {
    const probe = gdNode("probe");
    let heard = 0;
    (() => {
      const resource = new Resource();
      resource.changed.connect(() => {
        heard++;
      });
      probe.set("held", resource);
    })();
    await collectGarbage();
    (probe.get("held") as Resource).emitChanged();
    expect(heard).toBe(1);
    probe.set("held", null);
    probe.free();
  });

  test("is there for as long as JavaScript refers to the object", async () => {
    let heard = 0;
    const resource = new Resource();
    resource.changed.connect(() => {
      heard++;
    });
    await collectGarbage();
    resource.emitChanged();
    expect(heard).toBe(1);
  });

  test("is let go of when it is disconnected", async () => {
    const resource = new Resource();
    const id = idOf(() => {
      const other = new RefCounted();
      const listener = () => other.getReferenceCount();
      resource.changed.connect(listener);
      resource.changed.disconnect(listener);
      return other;
    });
    await collectGarbageUntil(() => !isInstanceIdValid(id));
    resource.emitChanged();
  });

  test("is let go of when it has heard the one emission that it was for", async () => {
    const resource = new Resource();
    const id = idOf(() => {
      const other = new RefCounted();
      resource.changed.once(() => other.getReferenceCount());
      return other;
    });
    await collectGarbage();
    expect(isInstanceIdValid(id)).toBe(true);
    resource.emitChanged();
    await collectGarbageUntil(() => !isInstanceIdValid(id));
  });

  test("is disconnected by the Callable that it was connected by", () => {
    const resource = new Resource();
    let heard = 0;
    const callable = Callable.from(() => {
      heard++;
    });
    resource.changed.connect(callable);
    expect(resource.changed.isConnected(callable)).toBe(true);
    resource.emitChanged();
    resource.changed.disconnect(callable);
    resource.emitChanged();
    expect(heard).toBe(1);
  });

  test("connected twice is refused, and stays connected once", () => {
    const resource = new Resource();
    let heard = 0;
    const listener = () => {
      heard++;
    };
    resource.changed.connect(listener);
    expect(() => resource.changed.connect(listener)).toThrow(/changed/);
    resource.emitChanged();
    expect(heard).toBe(1);
  });

  test("that is called deferred is called though the object is gone", async () => {
    let heard = 0;
    const id = idOf(() => {
      const resource = new Resource();
      resource.changed.connect(() => {
        heard++;
      }, 1);
      resource.emitChanged();
      return resource;
    });
    await collectGarbageUntil(() => !isInstanceIdValid(id));
    await nextFrame();
    expect(heard).toBe(1);
  });
});

describe("a Callable of a function", () => {
  test("that only the engine holds keeps its function", async () => {
    const probe = gdNode("probe");
    probe.set(
      "held",
      Callable.from(() => "kept"),
    );
    await collectGarbage();
    expect(probe.call("call_with", probe.get("held"), [])).toBe("kept");
    probe.free();
  });

  test("that the engine has bound arguments to keeps its function", async () => {
    const probe = gdNode("probe");
    probe.call(
      "hold_bound",
      Callable.from((...args: unknown[]) => args.join()),
    );
    await collectGarbage();
    expect(probe.call("call_with", probe.get("held"), [1])).toBe("1,bound");
    probe.free();
  });

  test("is the same to the engine each time", () => {
    const probe = gdNode("probe");
    const callable = Callable.from(() => {});
    expect(probe.call("are_equal", callable, callable)).toBe(true);
    expect(
      probe.call(
        "are_equal",
        callable,
        Callable.from(() => {}),
      ),
    ).toBe(false);
    probe.free();
  });
});

// The garbage collector does not see into what the engine holds: as in GDScript, such a circle has to
// be broken by hand.
describe("a circle through values that the engine holds", () => {
  test("in a Dictionary stays until it is broken", async () => {
    const things = new Dictionary();
    const id = idOf(() => {
      const state = new TestState();
      state.other = things;
      things.set("state", state);
      return state;
    });
    await collectGarbage();
    expect(isInstanceIdValid(id)).toBe(true);
    things.delete("state");
    await collectGarbageUntil(() => !isInstanceIdValid(id));
  });

  test("in an Array stays until it is broken", async () => {
    const things = new GodotArray();
    const id = idOf(() => {
      const state = new TestState();
      state.other = things;
      things.push(state);
      return state;
    });
    await collectGarbage();
    expect(isInstanceIdValid(id)).toBe(true);
    things.set(0, null);
    await collectGarbageUntil(() => !isInstanceIdValid(id));
  });

  test("in its own metadata stays until it is broken", async () => {
    const probe = gdNode("probe");
    const id = idOf(() => {
      const state = new TestState();
      state.setMeta("self", state);
      probe.set("held", state);
      return state;
    });
    await collectGarbage();
    (probe.get("held") as RefCounted).removeMeta("self");
    probe.set("held", null);
    await collectGarbageUntil(() => !isInstanceIdValid(id));
    probe.free();
  });
});

describe("what a node holds", () => {
  test("goes with it: its listeners, and what these refer to", async () => {
    const node = new Node();
    const id = idOf(() => {
      const state = new TestState();
      node.renamed.connect(() => state.count++);
      return state;
    });
    await collectGarbage();
    expect(isInstanceIdValid(id)).toBe(true);
    node.free();
    await collectGarbageUntil(() => !isInstanceIdValid(id));
  });

  test("goes with it: the fields of its class, and Callables among them", async () => {
    @register()
    class TestHolder extends Node {
      readonly state = new TestState();
      readonly callable = Callable.from(() => this.state.count);
    }
    const id = idOf(() => {
      const holder = new TestHolder();
      holder.renamed.connect(holder.callable);
      const { state } = holder;
      holder.free();
      return state;
    });
    await collectGarbageUntil(() => !isInstanceIdValid(id));
  });
});
