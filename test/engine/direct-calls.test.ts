import { setFlagsFromString } from "node:v8";
import { Curve, Node, Node2D, Range, Resource, StreamPeerBuffer, Vector2 } from "godot";
import { register } from "godot-ts";
import { gc } from "./support/collect-garbage";
import { enter } from "./support/tree";

/** Calls often enough for V8 to optimise the caller, and the call within it. */
const many = 20_000;

/** A range in the tree, where it emits that its value has changed, from within the call that sets it. */
function madeRange(): Range {
  const range = enter(made(new Range()));
  range.allowGreater = true;
  range.step = 0;
  return range;
}

const freed: Node[] = [];
function made<N extends Node>(node: N): N {
  freed.push(node);
  return node;
}
afterEach(() => {
  for (const node of freed.splice(0)) node.free();
});

@register()
class DirectCallsShape extends Node2D {
  calls = 0;
  override _ready(): void {
    this.calls++;
  }
}

describe("optimised code calls the engine, which calls JavaScript", () => {
  test("what the callback changes is seen after the call", () => {
    const range = madeRange();
    let heard = 0;
    const state = { last: 0 };
    range.valueChanged.connect((value) => {
      heard++;
      state.last = value;
    });
    const set = (value: number) => {
      const before = heard;
      range.setValue(value);
      return heard - before + (state.last === value ? 1 : 0);
    };
    let sum = 0;
    for (let i = 1; i <= many; i++) sum += set(i);
    expect(sum).toBe(2 * many);
  });

  test("garbage collected by the callback takes nothing of the caller's", () => {
    const resource = new Resource();
    let rounds = 0;
    resource.changed.connect(() => {
      rounds++;
      if (rounds % 500 === 0) gc();
    });
    const touch = (text: string, list: number[]) => {
      resource.emitChanged();
      return text.length + list.length;
    };
    let sum = 0;
    for (let i = 0; i < many; i++) sum += touch(`text ${i}`, [i, i]) - `text ${i}`.length;
    expect(sum).toBe(2 * many);
    expect(rounds).toBe(many);
  });

  test("a callback that makes calls of its own disturbs neither arguments nor results", () => {
    const node = made(new Node2D());
    const other = made(new Node2D());
    const range = madeRange();
    range.valueChanged.connect((value) => {
      other.position = new Vector2(value, -value);
      other.setRotation(1);
    });
    const step = (value: number) => {
      node.position = new Vector2(value, 1);
      range.setValue(value + 0.5);
      return node.position.x + other.position.y + range.getValue();
    };
    let sum = 0;
    for (let i = 1; i <= many; i++) sum += step(i);
    expect(sum).toBe((many * (many + 1)) / 2);
  });

  test("what the callback throws is no business of the caller's", () => {
    const resource = new Resource();
    let thrown = 0;
    resource.changed.connect(() => {
      if (++thrown % 5_000 === 0) throw new Error(`thrown by a callback, ${thrown}`);
    });
    let returned = 0;
    for (let i = 0; i < many; i++) {
      resource.emitChanged();
      returned++;
    }
    expect(returned).toBe(many);
    expect(thrown).toBe(many);
  });

  test("code that the callback makes wrong is left behind on return", () => {
    class Counter {
      value: unknown = 1;
    }
    const counter = new Counter();
    const resource = new Resource();
    let rounds = 0;
    resource.changed.connect(() => {
      if (++rounds === many - 5) counter.value = "changed";
    });
    const read = () => {
      resource.emitChanged();
      return typeof counter.value;
    };
    const types = new Set<string>();
    for (let i = 0; i < many; i++) types.add(read());
    expect([...types]).toEqual(["number", "string"]);
  });

  test("the same under constant compaction of the heap", () => {
    setFlagsFromString("--stress-compaction");
    const range = madeRange();
    const heard: string[] = [];
    range.valueChanged.connect((value) => {
      heard.push(`${value}`);
      if (heard.length % 1_000 === 0) gc();
    });
    for (let i = 1; i <= many; i++) range.setValue(i);
    setFlagsFromString("--no-stress-compaction");
    expect(heard).toHaveLength(many);
    expect(heard.at(-1)).toBe(`${many}`);
  });
});

describe("optimised code that calls the engine wrongly throws as other code does", () => {
  const rotate = (node: Node2D, radians: number) => node.rotate(radians);

  test("on a freed object", () => {
    const node = new Node2D();
    for (let i = 0; i < many; i++) rotate(node, 0.01);
    node.free();
    expect(() => rotate(node, 0.01)).toThrow(/Node2D/);
  });

  test("with an argument of another type", () => {
    const node = made(new Node2D());
    for (let i = 0; i < many; i++) rotate(node, 0.01);
    expect(() => rotate(node, undefined as never)).toThrow(TypeError);
    expect(() => rotate(node, null as never)).toThrow(TypeError);
    expect(() => rotate(node, true as never)).toThrow(TypeError);
    expect(() => rotate(node, "1" as never)).toThrow(TypeError);
    expect(() => rotate(node, 1n as never)).toThrow(TypeError);
  });

  test("with a receiver of another class", () => {
    const node = made(new Node2D());
    const call = (receiver: object) => Node2D.prototype.rotate.call(receiver as Node2D, 0.01);
    for (let i = 0; i < many; i++) call(node);
    expect(() => call(new Resource())).toThrow(TypeError);
    expect(() => call({})).toThrow(TypeError);
  });
});

describe("numbers cross unchanged", () => {
  test.each([0, -0, 1, -1, 2 ** 31 - 1, -(2 ** 31)])("the int %d", (value) => {
    const node = made(new Node2D());
    node.zIndex = 0;
    node.processPriority = value;
    expect(node.processPriority).toBe(value + 0);
  });

  test.each([0, -0, 0.1, 1e-300, 1e300, Number.POSITIVE_INFINITY, Number.NaN])(
    "the float %d",
    (value) => {
      const stream = new StreamPeerBuffer();
      stream.putDouble(value);
      stream.seek(0);
      expect(stream.getDouble()).toBe(value);
    },
  );

  test("an object of many classes is as good a receiver as one of a single class", () => {
    const nodes = [new Node(), new Node2D(), new DirectCallsShape(), new Range()].map(made);
    const count = (node: Node) => node.getChildCount();
    let sum = 0;
    for (let i = 0; i < many; i++) for (const node of nodes) sum += count(node);
    expect(sum).toBe(0);
  });

  test("defaults are filled in", () => {
    const curve = new Curve();
    expect(curve.addPoint(new Vector2(0.25, 1))).toBe(0);
    expect(curve.addPoint(new Vector2(0.75, 1), 0.5)).toBe(1);
    expect(curve.getPointLeftTangent(1)).toBe(0.5);
    expect(curve.getPointRightTangent(1)).toBe(0);
  });
});
