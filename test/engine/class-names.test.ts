import { ClassDB, Node, Node2D, RefCounted, type Signal } from "godot";
import {
  constant,
  enumeration,
  indexed,
  method,
  property,
  register,
  rpc,
  signal,
  t,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";

@register({ internal: true })
class TestInternal extends Node {}

@register({ abstract: true })
class TestAbstract extends Node {
  @method({ returns: t.int })
  count(): number {
    return 3;
  }
}

@register()
export class TestConcrete extends TestAbstract {}

/** What registering a class has to say. */
async function complaints(define: () => unknown): Promise<readonly string[]> {
  const log = await recordLog(define);
  return log.map((each) => each.text.split("\n", 1)[0] ?? "");
}

@register()
class TestNamed extends Node {
  @signal() readonly called!: Signal<[]>;
  @method({ returns: t.int })
  count(): number {
    return 1;
  }
}

describe("a name that the engine has is refused, and both are named", () => {
  test("a method's", async () => {
    expect(
      await complaints(() => {
        @register()
        class TestClash1 extends Node2D {
          @method({ name: "get_children" })
          listChildren(): void {}
        }
        return TestClash1;
      }),
    ).toEqual([
      "TypeError: @register: TestClash1.listChildren, a method that Godot would call get_children, clashes with the engine's method Node.get_children",
    ]);
  });

  test("that of a virtual method, which needs no @method", async () => {
    expect(
      await complaints(() => {
        @register()
        class TestClash2 extends Node {
          @method() override _ready(): void {}
        }
        return TestClash2;
      }),
    ).toEqual([
      "TypeError: @register: TestClash2._ready, a method that Godot would call _ready, clashes with the engine's virtual method Node._ready",
    ]);
  });

  test("a property's", async () => {
    expect(
      await complaints(() => {
        @register()
        class TestClash3 extends Node2D {
          @property(t.int, { name: "rotation" }) accessor turn = 1;
        }
        return TestClash3;
      }),
    ).toEqual([
      "TypeError: @register: TestClash3.turn, a property that Godot would call rotation, clashes with the engine's property Node2D.rotation",
    ]);
  });

  test("a signal's", async () => {
    expect(
      await complaints(() => {
        @register()
        class TestClash4 extends Node {
          @signal({}, { name: "renamed" }) readonly gotName!: Signal<[]>;
        }
        return TestClash4;
      }),
    ).toEqual([
      "TypeError: @register: TestClash4.gotName, a signal that Godot would call renamed, clashes with the engine's signal Node.renamed",
    ]);
  });

  test("a constant's, and one in an enum", async () => {
    expect(
      await complaints(() => {
        @register()
        class TestClash5 extends Node {
          @enumeration static readonly Modes = { PROCESS_MODE_ALWAYS: 1 };
        }
        return TestClash5;
      }),
    ).toEqual([
      "TypeError: @register: TestClash5.Modes.PROCESS_MODE_ALWAYS, a constant that Godot would call PROCESS_MODE_ALWAYS, clashes with the engine's constant Node.PROCESS_MODE_ALWAYS",
    ]);
  });

  test("a class's", async () => {
    expect(
      await complaints(() => {
        @register({ name: "Sprite2D" })
        class TestClash6 extends Node {}
        return TestClash6;
      }),
    ).toEqual(["TypeError: @register: Sprite2D is the name of a class of the engine"]);
  });
});

describe("a name that another member has is refused, and both are named", () => {
  test("in the same class", async () => {
    expect(
      await complaints(() => {
        @register()
        class TestTwice extends Node {
          @constant static readonly size = 1;
          @method({ name: "size" })
          measure(): void {}
        }
        return TestTwice;
      }),
    ).toEqual([
      "TypeError: @register: TestTwice.measure, a method that Godot would call size, clashes with its constant size",
    ]);
  });

  test("in a class that is extended, where it is something else", async () => {
    expect(
      await complaints(() => {
        @register()
        class TestCaller extends TestNamed {
          @method({ name: "called" })
          isCalled(): void {}
        }
        return TestCaller;
      }),
    ).toEqual([
      "TypeError: @register: TestCaller.isCalled, a method that Godot would call called, clashes with the signal TestNamed.called",
    ]);
  });

  test("but a method may take the place of one that it overrides", async () => {
    let Counter: new () => Node = Node;
    const said = await complaints(() => {
      @register()
      class TestCounter extends TestNamed {
        @method({ returns: t.int })
        override count(): number {
          return 2;
        }
      }
      Counter = TestCounter;
    });
    expect(said).toEqual([]);
    const counter = new Counter();
    expect(counter.call("count")).toBe(2);
    counter.free();
  });

  test("of another class of TypeScript's", async () => {
    expect(
      await complaints(() => {
        @register({ name: "TestNamed" })
        class TestOther extends Node {}
        return TestOther;
      }),
    ).toEqual(["TypeError: @register: TestNamed is the name of another class of TypeScript's"]);
  });
});

describe("a class that could not be registered", () => {
  test("does not keep others from it, but those that extend it", async () => {
    const said = await complaints(() => {
      @register({ name: "Node" })
      class TestRefused extends Node {}
      @register()
      class TestHeir extends TestRefused {}
      @register()
      class TestInnocent extends Node {}
      return [TestHeir, TestInnocent];
    });
    expect(said).toEqual([
      "TypeError: @register: Node is the name of a class of the engine",
      "TypeError: @register: TestHeir extends TestRefused, which could not be registered itself",
    ]);
    expect(ClassDB.classExists("TestInnocent")).toBe(true);
    expect(ClassDB.classExists("TestHeir")).toBe(false);
  });

  test("has no instances, and says why", async () => {
    let Refused: new () => Node = Node;
    await recordLog(() => {
      @register({ name: "no identifier" })
      class TestNoName extends Node {}
      Refused = TestNoName;
    });
    expect(() => new Refused()).toThrow("new TestNoName(): the class could not be registered");
  });
});

describe("decorators that need others are refused without them", () => {
  test("@rpc without @method, and on what is no node", async () => {
    const said = await complaints(() => {
      @register()
      class TestUnseen extends Node {
        @rpc()
        shoot(): void {}
      }
      @register()
      class TestPeerless extends RefCounted {
        @rpc()
        @method()
        shoot(): void {}
      }
      return [TestUnseen, TestPeerless];
    });
    expect(said).toEqual([
      "TypeError: @register: TestUnseen.shoot has @rpc, which needs @method as well",
      "TypeError: @register: TestPeerless.shoot has @rpc, but only nodes have a peer",
    ]);
  });

  test("@indexed without the method that writes", async () => {
    const said = await complaints(() => {
      @register()
      class TestHalfIndexed extends Node {
        @indexed({ properties: { left: 0 }, set: "setSide" })
        @method({ args: [t.int], returns: t.int })
        getSide(side: number): number {
          return side;
        }
      }
      return TestHalfIndexed;
    });
    expect(said).toEqual([
      "TypeError: @register: TestHalfIndexed.getSide has @indexed, for which setSide needs @method as well",
    ]);
  });
});

describe("kinds of classes", () => {
  test("an internal one is kept from scripts and the editor, and TypeScript makes it still", () => {
    const node = new TestInternal();
    expect(node.getClass()).toBe("TestInternal");
    expect(ClassDB.canInstantiate("TestInternal")).toBe(false);
    node.free();
  });

  test("an abstract one is extended, and not made", () => {
    const node = ClassDB.instantiate("TestConcrete") as Node;
    expect(node.call("count")).toBe(3);
    expect(() => new TestAbstract()).toThrow(
      "new TestAbstract(): the class is abstract, and made only by what extends it",
    );
    node.free();
  });

  test("an abstract one is extended by GDScript", () => {
    const node = gdNode("extends_abstract");
    expect(node).toBeInstanceOf(TestAbstract);
    expect(node.call("count_twice")).toBe(6);
    node.free();
  });
});
