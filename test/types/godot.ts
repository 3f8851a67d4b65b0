/**
 * What must compile against the types of module "godot", and what must not. The compiler is the
 * test: nothing here runs.
 */
import {
  type Area2D,
  Callable,
  CanvasItem,
  CharacterBody2D,
  Color,
  Control,
  clamp,
  Dictionary,
  FileAccess,
  float,
  Array as GodotArray,
  Error as GodotError,
  Object as GodotObject,
  String as GodotString,
  type HBoxContainer,
  Input,
  instanceFromId,
  isInstanceValid,
  KEY_SPACE,
  Key,
  type Label,
  lerp,
  Node,
  type Node2D,
  NodePath,
  OK,
  PackedByteArray,
  type PackedScene,
  PackedVector2Array,
  PhysicsServer2DExtension,
  Rect2,
  ResourceLoader,
  type SceneTree,
  type Signal,
  Sprite2D,
  StringName,
  Timer,
  Transform2D,
  Tween,
  TYPE_INT,
  TYPE_STRING,
  typeof_,
  Variant,
  VBoxContainer,
  Vector2,
  Vector2i,
  Vector3,
  type Window,
} from "godot";

/** Compiles when `value` is a `T`, or narrower. */
declare function expectType<T>(value: T): void;

declare const node: Node2D;
declare const area: Area2D;

// Nodes
node.getNode<Label>("HUD/Score").text = "7";
expectType<Node>(node.getNode("HUD"));
expectType<Label | null>(node.getNodeOrNull<Label>("HUD/Score"));
expectType<Node | null>(node.getParent());
expectType<Window>(node.getTree().root);
expectType<SceneTree>(node.getTree());
for (const child of node.getChildren()) expectType<Node>(child);
expectType<Node2D>(node.duplicate());
expectType<Sprite2D | undefined>(
  ResourceLoader.load<PackedScene>("res://a.tscn")?.instantiate<Sprite2D>(),
);
// @ts-expect-error a string is no node
node.getNode<string>("x");
// @ts-expect-error a string is no node
node.addChild("x");
// @ts-expect-error an argument is missing
node.addChild();
// @ts-expect-error a Node2D need not be a Label
expectType<Label>(node);
// @ts-expect-error two classes with the same members are two types
expectType<HBoxContainer>(new VBoxContainer());
// @ts-expect-error CanvasItem cannot be made
new CanvasItem();

// Values
node.position = node.position.with({ x: 5 });
node.position = new Vector2(1, 2);
expectType<number>(lerp(0, 1, 0.5));
expectType<Vector2>(lerp(Vector2.ZERO, Vector2.ONE, 0.5));
expectType<number>(clamp(5, 0, 3));
// @ts-expect-error a value cannot be changed
node.position.x = 5;
// @ts-expect-error a Vector3 is no Vector2
node.position = Vector3.ZERO;
// @ts-expect-error a Vector2i is no Vector2
node.position = Vector2i.ZERO;
// @ts-expect-error an object that looks like one is no Vector2
node.position = { x: 1, y: 2 };
expectType<Vector2>(new Vector2(new Vector2i(1, 2)).add(Vector2.ONE).scale(2));
expectType<Vector2>(new Transform2D(1, Vector2.ZERO).mul(Vector2.ONE).mul(Transform2D.IDENTITY));
expectType<Transform2D>(Transform2D.IDENTITY.mul(Transform2D.IDENTITY));
expectType<readonly Vector2[]>(Transform2D.IDENTITY.mul([Vector2.ONE]));
expectType<number>(new Color("red").with({ h: 0.5 }).h);
expectType<Vector2>(new Rect2(1, 2, 3, 4).end);
expectType<number | bigint>(Color.RED.toRgba64());
// @ts-expect-error scale takes a number
Vector2.ONE.mul(2);
// @ts-expect-error both numbers, or none
new Vector2(1);
// @ts-expect-error a computed member cannot be set
new Rect2(1, 2, 3, 4).end = Vector2.ZERO;
// @ts-expect-error there is no such member
Vector2.ZERO.with({ z: 1 });
// @ts-expect-error a Vector3 is not turned by an angle alone
Vector3.UP.rotated(1);
// @ts-expect-error both ends are of one type
lerp(1, Vector2.ZERO, 1);

// Enums
node.processMode = Node.PROCESS_MODE_ALWAYS;
node.processMode = Node.ProcessMode.PROCESS_MODE_ALWAYS;
node.processMode = Sprite2D.PROCESS_MODE_ALWAYS;
expectType<Node.ProcessMode>(node.processMode);
expectType<13>(Node.NOTIFICATION_READY);
expectType<Vector3.Axis>(Vector3.AXIS_X);
expectType<Key>(KEY_SPACE);
expectType<Key.KEY_SPACE>(Key.KEY_SPACE);
expectType<boolean>(typeof_(3) === Variant.Type.TYPE_INT);
expectType<boolean>(node.connect("x", () => {}) === OK || GodotError.ERR_BUSY > 0);
// @ts-expect-error another enum
node.processMode = Node.AUTO_TRANSLATE_MODE_ALWAYS;
// @ts-expect-error no such mode
node.processMode = 77;
// @ts-expect-error a constant
Node.PROCESS_MODE_ALWAYS = 3;

// Bitfields
declare const control: Control;
control.sizeFlagsHorizontal = Control.SIZE_EXPAND | Control.SIZE_FILL;
control.sizeFlagsHorizontal = 0;
FileAccess.open("user://a", FileAccess.READ)?.storeString("x");
// @ts-expect-error another enum
control.sizeFlagsHorizontal = Key.KEY_A;

// Signals
expectType<() => void>(area.bodyEntered.connect((body) => expectType<Node2D>(body)));
area.bodyEntered.connect(() => {}, GodotObject.CONNECT_DEFERRED | GodotObject.CONNECT_ONE_SHOT);
area.connect("body_entered", (body: Node2D) => body.queueFree(), GodotObject.CONNECT_DEFERRED);
new Timer().timeout.emit();
expectType<Signal>(area.bodyEntered);
expectType<Variant>(area.bodyEntered);
// @ts-expect-error timeout has no argument
new Timer().timeout.connect((seconds) => seconds);
// @ts-expect-error the body is a node
area.bodyEntered.connect((body: string) => body);
// @ts-expect-error another enum
area.connect("body_entered", () => {}, Node.PROCESS_MODE_ALWAYS);
// @ts-expect-error a signal is not to be set
area.bodyEntered = area.bodyExited;

// Singletons
if (Input.isActionPressed("jump")) Input.mouseMode = Input.MOUSE_MODE_CAPTURED;
Input.mouseMode = Input.MouseMode.MOUSE_MODE_CAPTURED;
expectType<Input.MouseMode>(Input.mouseMode);
expectType<Input>(Input);
// @ts-expect-error another enum
Input.mouseMode = Node.PROCESS_MODE_ALWAYS;
// @ts-expect-error there is one
new Input();

// What crosses
node.call("f", node, Vector2.ZERO, null, 12n, [1], new Map([["a", 1]]), new Uint8Array(1));
node.setMeta("stats", { health: 3, tags: ["a", "b"], done: (n: number) => n });
expectType<number[]>(GodotArray.from([1, 2]).toJS());
expectType<number | undefined>(Dictionary.from({ a: 1 }).get("a"));
node.createTween().tweenCallback(() => {});
node.createTween().tweenCallback(Callable.from(() => {}));
node.createTween().tweenProperty(node, "scale", Vector2.ONE, 1).setTrans(Tween.TRANS_SINE);
expectType<GodotObject | null>(instanceFromId(node.getInstanceId()));
// @ts-expect-error a symbol crosses nowhere
node.setMeta("a", Symbol());

// The engine's other types
expectType<GodotArray<number>>(GodotArray.from([1, 2]).filter((n) => n > 1));
expectType<number | null>(GodotArray.from([1, 2]).reduce((sum, n) => sum + n));
expectType<string>(GodotArray.from([1, 2]).reduce((text, n) => text + n, ""));
expectType<Callable>(GodotArray.from([() => {}]).get(0));
expectType<GodotArray<Vector2>>(GodotArray.typed(Vector2, [Vector2.ONE]));
expectType<GodotArray<number>>(GodotArray.typed(TYPE_INT, [1]));
expectType<Dictionary<string, Vector2>>(Dictionary.typed(TYPE_STRING, Vector2));
expectType<Variant>(GodotArray.from(["a"]));
expectType<string>(GodotString.capitalize("a b"));
expectType<string>(GodotString.chr(65));
expectType<number>(NodePath.getNameCount("a/b"));
expectType<Uint8Array>(PackedByteArray.compress(new Uint8Array(1), FileAccess.COMPRESSION_ZSTD));
expectType<readonly Vector2[]>(new PackedVector2Array([Vector2.ONE]));
expectType<PackedVector2Array>(PackedVector2Array.concat([Vector2.ONE], [Vector2.ZERO]));
expectType<Callable>(
  Callable.from(() => {})
    .bind(1, "a")
    .unbind(1),
);
node.setMeta("exact", [float(3), new StringName("a"), new NodePath("a:b"), new Set([1])]);
// @ts-expect-error the engine keeps no symbols
GodotArray.from([Symbol()]);
// @ts-expect-error an item of another type
GodotArray.typed(Vector2, [1]);
// @ts-expect-error an item of another type
GodotArray.from([1]).append("a");
// @ts-expect-error a copy is not to be changed
new PackedVector2Array().push(Vector2.ONE);
// @ts-expect-error another item
new PackedVector2Array([Vector3.ONE]);
// @ts-expect-error an array is no packed one
expectType<PackedVector2Array>([Vector2.ONE]);
// @ts-expect-error what changes the array is JavaScript's own
PackedByteArray.sort(new Uint8Array(1));
// @ts-expect-error a path is text
NodePath.getNameCount(3);

// Classes of our own
class Player extends CharacterBody2D {
  speed = 3;
  override _ready(): void {
    this.getTree().root.title = "Player";
  }
  override _process(delta: number): void {
    this.velocity = new Vector2(delta * this.speed, 0);
  }
  override async _enterTree(): Promise<void> {}
}
expectType<Player>(new Player().duplicate());
const found: Player | null = node.getNodeOrNull<Player>("Player");
if (isInstanceValid(found)) expectType<number>(found.speed);
new (class extends PhysicsServer2DExtension {})();
new (class extends Node {
  // @ts-expect-error a field would hide the engine's property
  override name = "x";
  // @ts-expect-error delta is a number
  override _process(_delta: string): void {}
})();
