/**
 * What methods of the engine take and give: typed containers, defaults, any number of arguments,
 * null, and ints of 64 bits. The compiler is the test: nothing here runs.
 */
import {
  type AnimationPlayer,
  type Area2D,
  type AudioStreamGeneratorPlayback,
  type AudioStreamPlayer,
  type Callable,
  type CharacterBody2D,
  ClassDB,
  type Control,
  type Dictionary,
  Engine,
  FileAccess,
  type Font,
  type Array as GodotArray,
  Image,
  Input,
  InputEventKey,
  type KinematicCollision2D,
  load,
  type MainLoop,
  type Mesh,
  Node,
  type Node2D,
  OS,
  type PackedScene,
  type PhysicsDirectSpaceState2D,
  PhysicsRayQueryParameters2D,
  type PropertyTweener,
  RandomNumberGenerator,
  type RayCast2D,
  type Resource,
  ResourceLoader,
  ResourceUID,
  type RID,
  type SceneTree,
  type SceneTreeTimer,
  type Script,
  Sprite2D,
  StreamPeerBuffer,
  type Texture2D,
  type TileMapLayer,
  Timer,
  Tween,
  type Variant,
  Vector2,
  type Vector2i,
  type World2D,
} from "godot";
import { expectExactly, expectType } from "./expect-type";

declare const node: Node2D;
declare const tree: SceneTree;
declare const control: Control;

// The caller knows which class it will be
expectExactly<Sprite2D>()(node.getNode<Sprite2D>("Sprite"));
expectExactly<Node>()(node.getNode("Sprite"));
expectExactly<Sprite2D | null>()(node.getNodeOrNull<Sprite2D>("Sprite"));
expectExactly<Sprite2D[]>()(node.getChildren<Sprite2D>().toJS());
expectExactly<GodotArray<Node>>()(node.findChildren("*"));
expectExactly<GodotArray<Area2D>>()(tree.getNodesInGroup<Area2D>("coins"));
expectExactly<CharacterBody2D | null>()(tree.getFirstNodeInGroup<CharacterBody2D>("player"));
expectExactly<Sprite2D>()(load<PackedScene>("res://a.tscn").instantiate<Sprite2D>());
expectExactly<Resource>()(load("res://a.tres"));
expectExactly<Texture2D | null>()(ResourceLoader.load<Texture2D>("res://a.png"));
expectExactly<SceneTree | null>()(Engine.getMainLoop());
expectExactly<MainLoop | null>()(Engine.getMainLoop<MainLoop>());
expectExactly<Timer | null>()(ClassDB.instantiate<Timer>("Timer"));
declare const ray: RayCast2D;
expectExactly<Area2D | null>()(ray.getCollider<Area2D>());
declare const player: AudioStreamPlayer;
player.getStreamPlayback<AudioStreamGeneratorPlayback>()?.pushFrame(Vector2.ZERO);
// @ts-expect-error a resource is no node
node.getChildren<Resource>();
// @ts-expect-error a node is no resource
load<Node>("res://a.tscn");

// What it was asked of
expectExactly<Sprite2D>()(new Sprite2D().duplicate());
expectExactly<PackedScene>()(load<PackedScene>("res://a.tscn").duplicateDeep());

// Null comes where it can come, and only there
expectExactly<Node2D | null>()(tree.getFirstNodeInGroup<Node2D>("player"));
expectExactly<Node | null>()(tree.currentScene);
expectExactly<FileAccess | null>()(FileAccess.open("user://a", FileAccess.READ));
expectExactly<World2D>()(node.getWorld2d());
expectExactly<PhysicsDirectSpaceState2D>()(node.getWorld2d().directSpaceState);
expectExactly<Font>()(control.getThemeFont("font"));
expectExactly<boolean>()(node.multiplayer.isServer());
declare const body: CharacterBody2D;
expectExactly<KinematicCollision2D | null>()(body.getSlideCollision(0));
new Sprite2D().texture = null;
// @ts-expect-error the collision may be missing
body.getSlideCollision(0).getNormal();
// @ts-expect-error a node that is added is one
node.addChild(null);

// Chains
expectExactly<SceneTreeTimer>()(tree.createTimer(1));
tree.createTimer(1).timeout.connect(() => {});
expectExactly<PropertyTweener>()(
  node.createTween().tweenProperty(node, "position", Vector2.ZERO, 1).setEase(Tween.EASE_IN),
);
node.createTween().setParallel().setLoops(3).chain().tweenCallback(node.queueFree).setDelay(1);

// Typed containers
declare const map: TileMapLayer;
for (const cell of map.getUsedCells()) expectExactly<Vector2i>()(cell);
map.setCellsTerrainConnect(map.getUsedCells(), 0, 0);
map.setCellsTerrainConnect([], 0, 0);
expectExactly<GodotArray<string>>()(node.getGroups());
expectExactly<GodotArray<Dictionary>>()(node.getPropertyList());
declare const area: Area2D;
for (const each of area.getOverlappingBodies()) expectExactly<Node2D>()(each);
const query = PhysicsRayQueryParameters2D.create(Vector2.ZERO, Vector2.ONE);
expectType<Dictionary>(node.getWorld2d().directSpaceState.intersectRay(query));
query.exclude = [body.getRid()];
expectExactly<GodotArray<RID>>()(query.exclude);
// @ts-expect-error an array of something else
map.setCellsTerrainConnect(["a"], 0, 0);
// @ts-expect-error a body has an RID, and isn't one
query.exclude = [body];

// Defaults
Input.getVector("left", "right", "up", "down");
expectExactly<Vector2>()(Input.getVector("left", "right", "up", "down", 0.2));
node.addChild(new Node());
node.addChild(new Node(), true, Node.INTERNAL_MODE_FRONT);
new Timer().start();
declare const animation: AnimationPlayer;
animation.play();
// @ts-expect-error four names are needed
Input.getVector("left", "right", "up");
// @ts-expect-error no such mode
node.addChild(new Node(), true, true);
// @ts-expect-error one argument too many
new Timer().start(1, 2);

// Any number of arguments
node.call("f");
node.call("f", 1, "a", [node], { a: Vector2.ONE }, null);
expectExactly<Variant>()(node.call("f"));
tree.callGroup("enemies", "flee", Vector2.ZERO);
tree.callGroupFlags(tree.getFrame(), "enemies", "flee");
node.rpc("f", 1, 2, 3);
// @ts-expect-error the name of the method is missing
node.call();
// @ts-expect-error a symbol crosses nowhere
node.call("f", Symbol());

// Arrays that the engine fills are the engine's own
declare const output: GodotArray;
OS.execute("echo", ["a"], output);
ResourceLoader.loadThreadedGetStatus("res://a.tscn", output);
// @ts-expect-error a copy would be filled
OS.execute("echo", ["a"], []);
// @ts-expect-error a copy would be filled
ResourceLoader.loadThreadedGetStatus("res://a.tscn", []);

// Ints of 64 bits
const random = new RandomNumberGenerator();
expectExactly<number | bigint>()(random.seed);
random.seed = 12345678901234567890n;
random.seed = 3;
expectExactly<number | bigint>()(node.getInstanceId());
expectExactly<number | bigint>()(ResourceUID.createId());
expectExactly<number | bigint>()(new StreamPeerBuffer().get64());
expectExactly<number>()(new StreamPeerBuffer().get32());
expectExactly<number>()(node.getChildCount());
// @ts-expect-error 32 bits are a number's
node.getChild(1n);
// @ts-expect-error it may be a bigint
random.state + 1;

// What is left of Variant
expectExactly<Script | null>()(node.getScript());
expectExactly<Variant>()(node.getMeta("a"));
expectExactly<Variant>()(node.get("position"));
declare const callable: Callable;
node.createTween().tweenCallback(callable);
// @ts-expect-error a Variant may be anything
node.getMeta("a").length;

// Narrowing
declare const event: Parameters<Node["_input"]>[0];
if (event instanceof InputEventKey) expectExactly<boolean>()(event.echo);
declare const mesh: Mesh | Texture2D;
expectExactly<string>()(mesh.resourcePath);
Image.createEmpty(1, 1, false, Image.FORMAT_RGBA8)?.fill(node.modulate);
