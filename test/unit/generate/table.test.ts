import type { ApiHeader } from "../../../src/godot/api-table";
import { engineModel } from "../../../tools/generate/class-model";
import { classTable } from "../../../tools/generate/class-table";
import { table, tableText } from "../../../tools/generate/table";
import { api } from "./fixture";

const model = engineModel(api);
const made = table(model);

function tableOf(name: string) {
  const found = model.classes.find((each) => each.api.name === name);
  if (!found) throw new Error(`The fixture has no class ${name}`);
  return classTable(found);
}

describe("the table", () => {
  test("holds each class as JSON of its own", () => {
    expect(JSON.parse(made.classes.Sprite ?? "")).toEqual({
      base: "Node",
      refCounted: false,
      instantiable: false,
      methods: {},
      virtuals: {},
      properties: {},
      signals: {},
      constants: {},
      enums: {},
    });
  });

  test("orders classes so that an id tells descendants", () => {
    expect(made.order).toEqual(["Object", "Node", "Sprite", "Input"]);
    expect(made.last).toEqual([3, 2, 2, 3]);
  });

  test("names utility functions as they are exported", () => {
    expect(made.utilities).toEqual({
      typeof_: ["typeof", 11, "int", ["Variant"], false],
      printRich: ["print_rich", 12, "void", ["Variant"], true],
      degToRad: ["deg_to_rad", 13, "float", ["float"], false],
    });
  });

  test("holds the engine's version, singletons and global enums", () => {
    expect(made.version).toBe("4.6.3");
    expect(made.singletons).toEqual([["Input", "Input"]]);
    expect(made.globalEnums).toEqual({
      Error: { OK: 0, FAILED: 1 },
      "Variant.Type": { TYPE_NIL: 0 },
    });
  });
});

describe("a class in the table", () => {
  test("has its methods with flags, types and the count of required arguments", () => {
    const { methods } = tableOf("Node");

    expect(methods.findNode2d).toEqual([
      "find_node_2d",
      23,
      4,
      "Node",
      ["NodePath", "int"],
      1,
      [1],
    ]);
    expect(methods.rpc).toEqual(["rpc", 24, 2, "int", ["StringName"], 1]);
    expect(tableOf("Input").methods.use).toEqual([
      "use",
      1,
      1,
      "void",
      ["pointer", "Array", "int"],
      3,
    ]);
  });

  test("has its virtual methods apart", () => {
    expect(tableOf("Node").virtuals).toEqual({
      _physicsProcess: ["_physics_process", 25, "void", ["float"]],
      _areaCreate: ["_area_create", 28, "RID", []],
    });
  });

  test("has properties with their accessors", () => {
    const { properties } = tableOf("Node");

    expect(properties.processMode).toEqual([
      "process_mode",
      "int",
      "set_process_mode",
      "get_process_mode",
      -1,
    ]);
  });

  test("leaves the setter of a read-only property empty, and finds an inherited getter", () => {
    expect(tableOf("Node").properties.instanceCount).toEqual([
      "instance_count",
      "int",
      "",
      "get_instance_id",
      -1,
    ]);
  });

  test("goes through Object.get and Object.set where accessors are not in the dump", () => {
    expect(tableOf("Node").properties.rawData).toEqual(["raw_data", "Dictionary", "*", "*", -1]);
  });

  test("calls a setter that is not in the dump by the hash of its signature", () => {
    const { properties, methods } = tableOf("Node");

    expect(properties.offset).toEqual(["offset", "Vector2", "_set_offset", "get_offset", -1]);
    expect(methods._setOffset).toEqual(["_set_offset", 26, 8, "void", ["Vector2"], 1]);
  });

  test("leaves out properties of groups, and tells", () => {
    expect(tableOf("Node").properties).not.toHaveProperty(["group/inner"]);
    expect(model.classes.flatMap((each) => each.skippedProperties)).toEqual(["group/inner"]);
  });

  test("has its signals, constants and enums", () => {
    const { signals, constants, enums } = tableOf("Node");

    expect(signals).toEqual({
      childEnteredTree: ["child_entered_tree", ["Node"]],
      ready: ["ready", []],
    });
    expect(constants).toEqual({ NOTIFICATION_READY: 13 });
    expect(enums).toEqual({ ProcessMode: { PROCESS_MODE_INHERIT: 0, PROCESS_MODE_ALWAYS: 3 } });
  });
});

describe("a builtin type in the table", () => {
  test("has its methods, constructors, operators and members", () => {
    expect(made.builtins.Vector2).toEqual({
      methods: { limitLength: ["limit_length", 41, 4, "Vector2", ["float"], 0, [1]] },
      constructors: [[], ["Vector2i"]],
      operators: [
        ["neg", "unary-", "", "Vector2"],
        ["scale", "*", "float", "Vector2"],
      ],
      members: { x: ["x", "float"] },
      item: "float",
    });
  });
});

describe("the table's file", () => {
  test("has a line for each class, builtin type and math type, as long as its head says", () => {
    const [head = "", ...lines] = tableText(model).split("\n");
    const header: ApiHeader = JSON.parse(head);

    expect(lines.map((line) => line.length)).toEqual(header.lengths);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      ...header.order.map(tableOf),
      ...header.builtins.map((name) => made.builtins[name]),
      ...header.values.map((name) => made.values[name]),
    ]);
  });
});

describe("a value in the table", () => {
  test("has its members, and its numbers in order of memory", () => {
    expect(made.values.Rect2i).toMatchObject({
      fields: [
        ["position", "Vector2i"],
        ["size", "Vector2i"],
      ],
      components: [
        ["position.x", "int32"],
        ["position.y", "int32"],
        ["size.x", "int32"],
        ["size.y", "int32"],
      ],
    });
  });

  test("stores a Basis by rows, while its members are columns", () => {
    const paths = made.values.Basis?.components.map(([path]) => path);

    expect(paths).toEqual(["x.x", "y.x", "z.x", "x.y", "y.y", "z.y", "x.z", "y.z", "z.z"]);
  });

  test("has its constants as numbers, null for infinity", () => {
    expect(made.values.Vector2?.constants).toEqual({ UP: [0, -1], INF: [null, null] });
  });

  test("starts as its identity, as opaque black, or as zeros", () => {
    expect(made.values.Basis?.initial).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(made.values.Color?.initial).toEqual([0, 1]);
    expect(made.values.Vector2?.initial).toEqual([0, 0]);
  });
});
