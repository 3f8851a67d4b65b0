import { LanguageServer } from "./language-server";

const program = `
import { type Area2D, type Array, clamp, type Node2D, Node, Input, KEY_SPACE, Vector2 } from "godot";
declare const node: Node2D;
declare const area: Area2D;
declare const point: Vector2;
declare const list: Array;
node.position;
node.addChild;
node.setPosition;
area.bodyEntered;
Node.PROCESS_MODE_ALWAYS;
Node.ProcessMode.PROCESS_MODE_ALWAYS;
Node.NOTIFICATION_READY;
KEY_SPACE;
clamp(1, 2, 3);
Input.isActionPressed;
Input.MOUSE_MODE_CAPTURED;
point.angleToPoint;
list.pushBack;
class Player extends Node { override _ready() {} }
`;

const page = "https://docs.godotengine.org/en/stable/classes";

let editor: LanguageServer;
beforeAll(async () => {
  editor = await LanguageServer.start(program);
});
afterAll(() => editor.stop());

describe("an editor shows the documentation of", () => {
  test.each([
    ["a class", "type Node2D", `${page}/class_node2d.html#class-node2d`],
    ["a property", "node.position", `${page}/class_node2d.html#class-node2d-property-position`],
    ["a method", "node.addChild", `${page}/class_node.html#class-node-method-add-child`],
    ["a virtual method", "_ready", `${page}/class_node.html#class-node-private-method-ready`],
    ["a signal", "area.bodyEntered", `${page}/class_area2d.html#class-area2d-signal-body-entered`],
    [
      "a constant",
      "NOTIFICATION_READY",
      `${page}/class_node.html#class-node-constant-notification-ready`,
    ],
    ["an enum", "Node.ProcessMode", `${page}/class_node.html#enum-node-processmode`],
    [
      "a utility function",
      "clamp(1",
      `${page}/class_@globalscope.html#class-globalscope-method-clamp`,
    ],
    ["a singleton", "Node, Input", `${page}/class_input.html#class-input`],
    [
      "a singleton's method",
      "Input.isActionPressed",
      `${page}/class_input.html#class-input-method-is-action-pressed`,
    ],
    ["a math type", "point: Vector2", `${page}/class_vector2.html#class-vector2`],
    [
      "a math type's method",
      "point.angleToPoint",
      `${page}/class_vector2.html#class-vector2-method-angle-to-point`,
    ],
    [
      "a builtin type's method",
      "list.pushBack",
      `${page}/class_array.html#class-array-method-push-back`,
    ],
  ])("%s, with a link to the class reference", async (_, text, link) => {
    const shown = await editor.hover(text.replace(/\(.*/, ""));

    expect(shown).toContain(`[Class reference](${link})`);
  });

  test.each([
    ["a property", "node.position", "Position, relative to the node's parent."],
    ["a method", "node.addChild", "Adds a child `node`. Nodes can have any number of children"],
    ["an enum's constant", "Node.PROCESS_MODE_ALWAYS", "Always process."],
    ["the same in its enum", "ProcessMode.PROCESS_MODE_ALWAYS", "Always process."],
    ["a global constant", "\nKEY_SPACE", "Space key."],
    ["a singleton's constant", "Input.MOUSE_MODE_CAPTURED", "Captures the mouse."],
  ])("%s, in the words of the class reference", async (_, text, words) => {
    expect(await editor.hover(text)).toContain(words);
  });

  test("what an optional argument is when it is left out", async () => {
    expect(await editor.hover("node.addChild")).toContain(
      "`internal` - Default: `Node.INTERNAL_MODE_DISABLED`",
    );
  });

  test("members in our names, with a way to each", async () => {
    expect(await editor.hover("node.addChild")).toMatch(
      /\[removeChild\]\(file:.*types\/godot\/index\.d\.ts#\d+/,
    );
  });

  test("members that a function has by the same name", async () => {
    expect(await editor.hover("node.addChild")).toMatch(/\[name\]\(file:.*types\/godot\//);
  });

  test("accessors, which name their property", async () => {
    expect(await editor.hover("node.setPosition")).toMatch(/Sets \[position\]\(file:/);
  });
});
