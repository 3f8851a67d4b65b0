import {
  ClassDB,
  Curve,
  type Dictionary,
  Engine,
  FileAccess,
  JSON as GodotJSON,
  Input,
  max,
  Node,
  Node2D,
  ProjectSettings,
  StyleBoxFlat,
  Time,
  Timer,
  Vector2,
} from "godot";
import { gdNode, gdscript } from "./support/gdscript";

const nodes: Node[] = [];
function made<N extends Node>(node: N): N {
  nodes.push(node);
  return node;
}
afterEach(() => {
  for (const node of nodes.splice(0)) node.free();
});

describe("methods", () => {
  test("take and return values", () => {
    const node = made(new Node2D());
    node.setPosition(new Vector2(3, 4));
    expect(node.getPosition()).toStrictEqual(new Vector2(3, 4));
  });

  test("arguments with defaults may be left out", () => {
    const parent = made(new Node());
    const child = new Node();
    parent.addChild(child);
    expect(parent.getChildCount()).toBe(1);
    expect(parent.getChild(0)).toBe(child);
  });

  test("take any number of arguments where the engine does", () => {
    const probe = made(gdNode("probe"));
    expect(probe.call("sum", 40)).toBe(42);
    expect(probe.call("sum", 40, 1)).toBe(41);
    expect(max(1, 5, 3, 4)).toBe(5);
  });

  test("more than four arguments", () => {
    const curve = new Curve();
    curve.addPoint(new Vector2(0.5, 1), 0, 0, Curve.TANGENT_LINEAR, Curve.TANGENT_FREE);
    expect(curve.getPointLeftMode(0)).toBe(Curve.TANGENT_LINEAR);
    expect(curve.getPointRightMode(0)).toBe(Curve.TANGENT_FREE);
  });

  test("static ones belong to the class", () => {
    expect(GodotJSON.stringify({ a: [1] })).toBe('{"a":[1]}');
    expect(FileAccess.fileExists("res://project.godot")).toBe(true);
  });

  test("static ones of GDScript are called on the script", () => {
    expect(gdscript("probe").call("twice", 21)).toBe(42);
  });

  test("an integer beyond 2^53 is a bigint", () => {
    const value = made(gdNode("probe")).call("echo", 2n ** 60n);
    expect(value).toBe(2n ** 60n);
  });

  test("NodePath and StringName are strings", () => {
    const parent = made(new Node());
    const child = new Node();
    child.name = "Child";
    parent.addChild(child);
    expect(parent.getNode("Child")).toBe(child);
    expect(child.name).toBe("Child");
  });
});

describe("singletons", () => {
  test("are objects with methods and properties", () => {
    expect(Engine.getVersionInfo().get("major")).toBe(4);
    expect(typeof Time.getTicksMsec()).toBe("number");
    Engine.timeScale = 2;
    expect(Engine.timeScale).toBe(2);
    Engine.timeScale = 1;
  });

  test("are the same object each time", () => {
    expect(Engine.getSingleton("Input")).toBe(Input);
  });

  test("have the settings of the project", () => {
    expect(ProjectSettings.getSetting("application/config/name")).toBe("godot-ts");
  });
});

describe("properties", () => {
  test("are read and written", () => {
    const timer = made(new Timer());
    timer.waitTime = 2.5;
    timer.oneShot = true;
    expect(timer.waitTime).toBe(2.5);
    expect(timer.oneShot).toBe(true);
  });

  test("several that share accessors by an index keep apart", () => {
    const box = new StyleBoxFlat();
    box.borderWidthLeft = 1;
    box.borderWidthTop = 2;
    expect(box.borderWidthLeft).toBe(1);
    expect(box.borderWidthTop).toBe(2);
    expect(box.borderWidthRight).toBe(0);
  });

  test("of a script are reached by get and set", () => {
    const probe = made(gdNode("probe"));
    probe.set("health", 3);
    expect(probe.get("health")).toBe(3);
  });
});

test("a class tells what it is to the engine", () => {
  const methods = ClassDB.classGetMethodList("Timer", true).toJS() as Dictionary[];
  expect(methods.map((method) => method.get("name"))).toContain("start");
});
