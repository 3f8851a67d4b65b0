import {
  abs,
  Callable,
  CanvasItem,
  clampf,
  Dictionary,
  FileAccess,
  FreedObjectError,
  Array as GodotArray,
  type Object as GodotObject,
  Label,
  max,
  Node,
  Node2D,
  RefCounted,
  StyleBoxFlat,
  Timer,
  Vector2,
} from "godot";
import { gdNode, gdscript } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";

const nodes: Node[] = [];
function made<N extends Node>(node: N): N {
  nodes.push(node);
  return node;
}
afterEach(() => {
  for (const node of nodes.splice(0)) node.free();
});

/** Calls what the types forbid. */
// biome-ignore lint/suspicious/noExplicitAny: wrong calls are what is tested
function untyped(value: object): any {
  return value;
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function freed<N extends GodotObject>(object: N): { object: N; id: number | bigint } {
  const id = object.getInstanceId();
  object.free();
  return { object, id };
}

describe("an argument of the wrong type is told by class, method, name, type and value", () => {
  test("a number where a text is wanted", () => {
    const label = made(new Label());
    expect(() => label.setText(5 as never)).toThrow(
      new TypeError('Label.setText: argument "text" must be String, not number 5'),
    );
  });

  test("a fraction where an int is wanted", () => {
    const node = made(new Node());
    expect(() => node.getChild(0.5)).toThrow(
      new TypeError('Node.getChild: argument "idx" must be int, not number 0.5'),
    );
  });

  test("an object of another class", () => {
    const node = made(new Node());
    expect(() => node.addChild(new RefCounted() as never)).toThrow(
      new TypeError('Node.addChild: argument "node" must be Node, not RefCounted'),
    );
  });

  test("no object at all, where null would do", () => {
    const node = made(new Node());
    expect(() => node.setOwner("me" as never)).toThrow(
      new TypeError('Node.setOwner: argument "owner" must be Node or null, not string "me"'),
    );
  });

  test("no member of the enum", () => {
    const node = made(new Node());
    expect(() => node.setProcessMode("always" as never)).toThrow(
      new TypeError(
        'Node.setProcessMode: argument "mode" must be Node.ProcessMode, not string "always"',
      ),
    );
  });

  test("a math type", () => {
    const node = made(new Node2D());
    expect(() => node.setPosition(5 as never)).toThrow(
      new TypeError('Node2D.setPosition: argument "position" must be Vector2, not number 5'),
    );
    expect(() => node.setPosition(Promise.resolve() as never)).toThrow(
      new TypeError('Node2D.setPosition: argument "position" must be Vector2, not Promise'),
    );
  });

  test("beside arguments that are left out", () => {
    const node = made(new Node());
    expect(() => node.findChild(5 as never)).toThrow(
      new TypeError('Node.findChild: argument "pattern" must be String, not number 5'),
    );
  });

  test("what has no counterpart in the engine", () => {
    const node = made(new Node());
    expect(() => node.setMeta("key", Symbol("s") as never)).toThrow(
      new TypeError('Object.setMeta: argument "value": a symbol has no counterpart in the engine'),
    );
    expect(() => node.setMeta("key", 2n ** 64n)).toThrow(
      new TypeError(
        'Object.setMeta: argument "value": bigint 18446744073709551616 does not fit into 64 bits',
      ),
    );
  });

  test("an item within an array that has no counterpart", () => {
    const node = made(new Node());
    expect(() => node.setMeta("key", [[Symbol("s")]] as never)).toThrow(
      new TypeError('Object.setMeta: argument "value": a symbol has no counterpart in the engine'),
    );
  });

  test("of a static method", () => {
    expect(() => FileAccess.fileExists(1 as never)).toThrow(
      new TypeError('FileAccess.fileExists: argument "path" must be String, not number 1'),
    );
  });

  test("of a utility function", () => {
    expect(() => clampf("a" as never, 0, 1)).toThrow(
      new TypeError('clampf: argument "value" must be float, not string "a"'),
    );
  });

  test("beyond the arguments that are declared", () => {
    const node = made(new Node());
    expect(() => node.call("get_child", Symbol("s") as never)).toThrow(
      new TypeError("Object.call: argument 2: a symbol has no counterpart in the engine"),
    );
  });

  test("a long text is quoted in part", () => {
    const node = made(new Node());
    expect(() => node.getChild("long ".repeat(1000) as never)).toThrow(
      new TypeError(
        `Node.getChild: argument "idx" must be int, not string "${"long ".repeat(20)}…"`,
      ),
    );
  });
});

test("what a getter of the caller's throws goes through as it is", () => {
  const node = made(new Node());
  const error = new RangeError("mine");
  const given = {
    get bad(): never {
      throw error;
    },
  };
  expect(errorOf(() => node.setMeta("key", given))).toBe(error);
});

describe("a wrong number of arguments is told with the names of all", () => {
  test("too few", () => {
    const node = made(new Node());
    expect(() => untyped(node).addChild()).toThrow(
      new TypeError(
        "Node.addChild takes 1 to 3 arguments (node, forceReadableName?, internal?), got 0",
      ),
    );
  });

  test("too many", () => {
    const node = made(new Node());
    expect(() => untyped(node).getParent(1)).toThrow(
      new TypeError("Node.getParent takes 0 arguments, got 1"),
    );
    expect(() => untyped(node).isProcessing(1)).toThrow(
      new TypeError("Node.isProcessing takes 0 arguments, got 1"),
    );
  });

  test("of a method that takes any number", () => {
    expect(() => untyped(made(new Node())).call()).toThrow(
      new TypeError("Object.call takes at least 1 argument (method, …), got 0"),
    );
  });

  test("of a utility function", () => {
    expect(() => untyped({ clampf }).clampf(1)).toThrow(
      new TypeError("clampf takes 3 arguments (value, min, max), got 1"),
    );
  });
});

describe("a property is told by its own name", () => {
  test("when it is written wrongly", () => {
    const timer = made(new Timer());
    expect(() => {
      timer.waitTime = "soon" as never;
    }).toThrow(new TypeError('Timer.waitTime must be float, not string "soon"'));
  });

  test("when its value is a math type", () => {
    const node = made(new Node2D());
    expect(() => {
      node.position = null as never;
    }).toThrow(new TypeError("Node2D.position must be Vector2, not null"));
  });

  test("when its accessors are shared by several", () => {
    const box = new StyleBoxFlat();
    expect(() => {
      box.borderWidthLeft = "wide" as never;
    }).toThrow(new TypeError('StyleBoxFlat.borderWidthLeft must be int, not string "wide"'));
  });

  test("while the method beside it goes by its own", () => {
    const timer = made(new Timer());
    expect(() => timer.setWaitTime("soon" as never)).toThrow(
      new TypeError('Timer.setWaitTime: argument "timeSec" must be float, not string "soon"'),
    );
  });
});

describe("a call that the engine refuses is told with the reason", () => {
  test("a method that is not there", () => {
    expect(() => made(new Node()).call("fly")).toThrow(
      new TypeError("Object.call: the engine refused the call: there is no such method"),
    );
  });

  test("an argument that GDScript does not take", () => {
    expect(() => made(gdNode("probe")).call("sum", "one")).toThrow(
      new TypeError("Object.call: the engine refused the call: argument 1 must be int, not String"),
    );
  });

  test("too few and too many arguments", () => {
    const probe = made(gdNode("probe"));
    expect(() => probe.call("sum")).toThrow(
      new TypeError(
        "Object.call: the engine refused the call: it takes at least 1 argument, got 0",
      ),
    );
    expect(() => probe.call("sum", 1, 2, 3)).toThrow(
      new TypeError(
        "Object.call: the engine refused the call: it takes at most 2 arguments, got 3",
      ),
    );
  });

  test("of a handle", () => {
    expect(() => new Callable(made(new Node()), "get_child").call("one")).toThrow(
      /^Callable\.call\(String\): the engine refused the call: argument 1 must be int, not String/,
    );
  });

  test("of a utility function that looks at the values it gets", () => {
    expect(() => abs("x" as never)).toThrow(/^abs: Argument "x" must be "int", "float"/);
    expect(() => max(1, "x" as never)).toThrow(TypeError);
    expect(() => untyped({ max }).max()).toThrow(TypeError);
  });
});

test("an abstract class says that it cannot be constructed", () => {
  expect(() => new (untyped(CanvasItem))()).toThrow(
    new TypeError("CanvasItem cannot be constructed: the engine makes its instances"),
  );
});

describe("FreedObjectError says what the object was", () => {
  test("when a method is called", () => {
    const { object, id } = freed(new Timer());
    const error = errorOf(() => object.start());
    expect(error).toBeInstanceOf(FreedObjectError);
    expect(error).toMatchObject({
      message: `Timer.start: the Timer has been freed (it was <Timer#${id}>)`,
      className: "Timer",
      instanceId: id,
      member: "start",
    });
  });

  test("when a method of a base class is called", () => {
    const { object, id } = freed(new Timer());
    expect(() => object.getChildCount()).toThrow(
      `Timer.getChildCount: the Timer has been freed (it was <Timer#${id}>)`,
    );
  });

  test("when a property is read or written", () => {
    const { object, id } = freed(new Timer());
    const message = `Timer.waitTime: the Timer has been freed (it was <Timer#${id}>)`;
    expect(() => object.waitTime).toThrow(message);
    expect(() => {
      object.waitTime = 1;
    }).toThrow(message);
  });

  test("when a property of a math type is read or written", () => {
    const { object, id } = freed(new Node2D());
    const message = `Node2D.position: the Node2D has been freed (it was <Node2D#${id}>)`;
    expect(() => object.position).toThrow(message);
    expect(() => {
      object.position = Vector2.ZERO;
    }).toThrow(message);
  });

  test("when a signal is used", () => {
    const timer = new Timer();
    const { treeExiting } = timer;
    const { id } = freed(timer);
    const message = `Timer.treeExiting: the Timer has been freed (it was <Timer#${id}>)`;
    expect(() => treeExiting.connect(() => {})).toThrow(message);
    expect(() => treeExiting.emit()).toThrow(message);
  });

  test("when it is freed again", () => {
    const { object, id } = freed(new Node());
    expect(() => object.free()).toThrow(`Node.free: the Node has been freed (it was <Node#${id}>)`);
  });

  test("when it is an argument", () => {
    const parent = made(new Node());
    const { object, id } = freed(new Timer());
    const error = errorOf(() => parent.addChild(object));
    expect(error).toBeInstanceOf(FreedObjectError);
    expect(error).toMatchObject({
      message: `Node.addChild: argument "node" has been freed (it was <Timer#${id}>)`,
      className: "Timer",
      instanceId: id,
      member: "Node.addChild",
    });
  });

  test("when it is an argument of any type, or one of any number", () => {
    const parent = made(new Node());
    const { object, id } = freed(new Timer());
    expect(() => parent.setMeta("timer", object)).toThrow(
      `Object.setMeta: argument "value" has been freed (it was <Timer#${id}>)`,
    );
    expect(() => parent.call("add_child", object)).toThrow(
      `Object.call: argument 2 has been freed (it was <Timer#${id}>)`,
    );
  });

  test("when it is the value of a property", () => {
    const node = made(new Node());
    const { object, id } = freed(new Node());
    expect(() => {
      node.owner = object;
    }).toThrow(`Node.owner has been freed (it was <Node#${id}>)`);
  });

  test("when it lies within an array or an object", () => {
    const node = made(new Node());
    const { object, id } = freed(new Timer());
    const message = `Object.setMeta: argument "value" holds an object that has been freed (it was <Timer#${id}>)`;
    expect(() => node.setMeta("timers", [1, [object]])).toThrow(message);
    expect(() => node.setMeta("timers", { first: object })).toThrow(message);
  });

  test("when it is put into an engine's array or dictionary", () => {
    const { object, id } = freed(new Timer());
    expect(() => new GodotArray().push(object)).toThrow(`<Timer#${id}>`);
    expect(() => new Dictionary().set("timer", object)).toThrow(`<Timer#${id}>`);
  });
});

describe("null where an object is required", () => {
  test("is the engine's own error, and no crash", async () => {
    const node = made(new Node());
    const log = await recordLog(() => node.addChild(null as never));
    expect(log).toEqual([
      expect.objectContaining({ kind: "error", text: expect.stringMatching(/null/) }),
    ]);
  });
});

test("a method of another class's instance is refused", () => {
  const node = made(new Node());
  const other = new RefCounted();
  expect(() => Node.prototype.getChildCount.call(other)).toThrow(TypeError);
  expect(node.getChildCount()).toBe(0);
  expect(gdscript("probe").call("twice", 2)).toBe(4);
});
