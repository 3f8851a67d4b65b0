// What the types of module "godot" promise beyond the engine's own description.
import {
  AcceptDialog,
  Camera2D,
  ColorPickerButton,
  ConfirmationDialog,
  Control,
  FileDialog,
  Array as GodotArray,
  Error as GodotError,
  GraphEdit,
  GraphFrame,
  GraphNode,
  Image,
  ImageTexture,
  Input,
  ItemList,
  Key,
  LineEdit,
  load,
  MenuButton,
  MultiplayerAPI,
  Node,
  Node2D,
  Node3D,
  OptionButton,
  OS,
  PackedScene,
  PhysicsRayQueryParameters2D,
  Rect2i,
  RegEx,
  ResourceLoader,
  RichTextLabel,
  ScrollContainer,
  SpinBox,
  TabContainer,
  TextEdit,
  TLSOptions,
  Variant,
  Vector2,
  Vector2i,
} from "godot";
import { neverNull } from "../../tools/generate/declarations/never-null";
import { recordLog } from "./support/log-recorder";
import { enter, tree } from "./support/tree";

describe("an enum", () => {
  test("has its values by their names, and their names by its values", () => {
    expect(GodotError.ERR_BUSY).toBe(44);
    expect(GodotError[44]).toBe("ERR_BUSY");
    expect(Node.ProcessMode[Node.PROCESS_MODE_ALWAYS]).toBe("PROCESS_MODE_ALWAYS");
    expect(Variant.Type[Variant.Type.TYPE_INT]).toBe("TYPE_INT");
    expect(Input.MouseMode[0]).toBe("MOUSE_MODE_VISIBLE");
  });

  test("lists its names only", () => {
    expect(Object.keys(Node.InternalMode)).toEqual([
      "INTERNAL_MODE_DISABLED",
      "INTERNAL_MODE_FRONT",
      "INTERNAL_MODE_BACK",
    ]);
  });

  test("is one object", () => {
    expect(Node2D.ProcessMode).toBe(Node.ProcessMode);
    expect(Input.MouseMode).toBe(Input.MouseMode);
    expect(Key).toBe(Key);
  });
});

describe("load", () => {
  test("gives a resource, the same one each time", () => {
    const scene = load<PackedScene>("res://test/engine/engine.tscn");

    expect(scene.getClass()).toBe("PackedScene");
    expect(load("res://test/engine/engine.tscn")).toBe(scene);
  });

  test("throws for what is not there", async () => {
    await recordLog(() => {
      expect(() => load("res://nothing.tres")).toThrow(
        'load("res://nothing.tres"): there is no such resource, or it is broken',
      );
    });
  });
});

describe("what is never null", () => {
  test("is there while a node is in the tree", () => {
    const node = enter(new Node2D());

    expect(node.multiplayer.isServer()).toBe(true);
    expect(node.getWindow()).toBe(tree().root);
    expect(node.getWorld2d().directSpaceState).not.toBeNull();
    expect(enter(new Node3D()).getWorld3d().getDirectSpaceState()).not.toBeNull();
    expect(enter(new Camera2D()).getViewport().getTexture()).not.toBeNull();
  });

  test("throws outside of it, each time, and says why", async () => {
    const node = new Node2D();
    const why = "the node is not in the tree; isInsideTree tells";

    await recordLog(() => {
      expect(() => node.multiplayer).toThrow(why);
      expect(() => node.getWorld2d()).toThrow(why);
      expect(() => node.getWindow()).toThrow(why);
    });
    node.free();
  });

  const owners = [
    AcceptDialog,
    ColorPickerButton,
    ConfirmationDialog,
    FileDialog,
    GraphEdit,
    GraphFrame,
    GraphNode,
    ItemList,
    LineEdit,
    MenuButton,
    OptionButton,
    PackedScene,
    RichTextLabel,
    ScrollContainer,
    SpinBox,
    TabContainer,
    TextEdit,
  ];
  test.each(
    owners.flatMap((Class) =>
      [...(neverNull[Class.name] ?? [])]
        .filter((name) => name.startsWith("get_"))
        .map((name) => [Class.name, name, Class] as const),
    ),
  )("are the parts of a %s, such as %s", (_, name, Class) => {
    const owner = new Class();

    expect(owner.call(name)).not.toBeNull();
    if (owner instanceof Node) owner.free();
  });

  test("is what is made at each call", () => {
    const image = Image.createEmpty(2, 2, false, Image.FORMAT_RGBA8);

    expect(image.getRegion(new Rect2i(Vector2i.ZERO, Vector2i.ONE)).getWidth()).toBe(1);
    expect(ImageTexture.createFromImage(image).getWidth()).toBe(2);
    expect(RegEx.createFromString("a+").getPattern()).toBe("a+");
    expect(TLSOptions.client().isServer()).toBe(false);
    expect(MultiplayerAPI.createDefaultInterface().isServer()).toBe(true);
    expect(PhysicsRayQueryParameters2D.create(Vector2.ZERO, Vector2.ONE).to).toEqual(Vector2.ONE);
  });

  test("are the looks that a theme falls back to", () => {
    const control = enter(new Control());

    expect(control.getThemeFont("nothing", "Nothing")).not.toBeNull();
    expect(control.getThemeDefaultFont()).not.toBeNull();
    expect(control.getThemeIcon("nothing", "Nothing")).not.toBeNull();
    expect(control.getThemeStylebox("nothing", "Nothing")).not.toBeNull();
  });
});

describe("an array that the engine fills", () => {
  test("is filled", () => {
    const output = new GodotArray();

    expect(OS.execute("echo", ["hello"], output)).toBe(0);
    expect(output.toJS()).toEqual(["hello\n"]);
  });

  test("is filled with progress", () => {
    const path = "res://test/engine/engine.tscn";
    const progress = new GodotArray();
    ResourceLoader.loadThreadedRequest(path);

    ResourceLoader.loadThreadedGetStatus(path, progress);
    expect(progress.length).toBe(1);
    expect(ResourceLoader.loadThreadedGet(path)).toBe(load(path));
  });
});
