/**
 * The same properties by two ways: by `t`, and by GDScript's annotations in `gd/exports.gd`. What
 * `get_property_list` says of one must be what it says of the other.
 */
import {
  type Dictionary,
  type Array as GodotArray,
  type Node,
  PropertyHint,
  PropertyUsageFlags,
  type Script,
} from "godot";
import { t } from "godot-ts";
import { hint } from "../../src/addon/classes/schema/property-hint";
import { usage } from "../../src/addon/classes/schema/property-usage";
import { TestExportedHints } from "./support/exported-hints";
import { gdNode } from "./support/gdscript";

type Entry = Record<string, unknown>;

/** A script's variables have a flag that properties of a class do not. */
const ofScripts = PropertyUsageFlags.PROPERTY_USAGE_SCRIPT_VARIABLE;

function entries(list: GodotArray<Dictionary>): Map<string, Entry> {
  const all = [...list].map((each) => Object.fromEntries(each.toJS()) as Entry);
  return new Map(
    all.map((each) => [
      each.name as string,
      { ...each, usage: (each.usage as number) & ~ofScripts },
    ]),
  );
}

let ours: Map<string, Entry>;
let theirs: Map<string, Entry>;
beforeAll(() => {
  const nodes: readonly Node[] = [new TestExportedHints(), gdNode("exports")];
  const [typescript, gdscript] = nodes;
  const script = gdscript?.getScript() as Script;
  ours = entries(typescript?.getPropertyList() as GodotArray<Dictionary>);
  theirs = entries(script.getScriptPropertyList() as GodotArray<Dictionary>);
  // The first is the name of the file.
  theirs.delete("exports.gd");
  for (const node of nodes) node.free();
});

test("every property is to the inspector what GDScript's annotation makes of it", () => {
  const { an_enum: _, ...expected } = Object.fromEntries(theirs);
  const names = Object.keys(expected);
  expect(names).toHaveLength(113);
  expect(Object.fromEntries(names.map((name) => [name, ours.get(name)]))).toEqual(expected);
});

test("an enum of TypeScript's is one of GDScript's, without a type that scripts could name", () => {
  expect(theirs.get("an_enum")).toMatchObject({
    class_name: "res://test/engine/gd/exports.gd.Mood",
  });
  expect(ours.get("an_enum")).toEqual({
    ...theirs.get("an_enum"),
    class_name: "",
    usage: PropertyUsageFlags.PROPERTY_USAGE_DEFAULT,
  });
});

/** The names as the engine has them: `or_greater` is `orGreater` here. */
function camelCase(constant: string, prefix: string): string {
  return constant
    .slice(prefix.length)
    .toLowerCase()
    .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Those by which the engine talks to itself. */
const internalHints = [
  "nodePathToEditedNode",
  "objectTooBig",
  "intIsObjectid",
  "intIsPointer",
  "max",
];

test("every hint of the engine is known by its number", () => {
  const engine = Object.entries(PropertyHint)
    .map(([name, value]) => [camelCase(name, "PROPERTY_HINT_"), value] as const)
    .filter(([name]) => !internalHints.includes(name));
  const renamed = new Map(Object.entries(hint).map(([name, value]) => [name.toLowerCase(), value]));
  expect(new Map(engine.map(([name, value]) => [name.toLowerCase(), value]))).toEqual(renamed);
});

test("every usage that is known has the engine's number", () => {
  const engine = Object.entries(PropertyUsageFlags).map(
    ([name, value]) => [camelCase(name, "PROPERTY_USAGE_"), value] as const,
  );
  expect(Object.fromEntries(engine)).toMatchObject(usage);
});

test("a bit field of the engine's is edited bit by bit", async () => {
  const { Control } = await import("godot");
  expect(t.flagsOf(Control.SizeFlags).describe("sizing")).toEqual({
    name: "sizing",
    type: 2,
    className: "Control.SizeFlags",
    hint: PropertyHint.PROPERTY_HINT_FLAGS,
    hintString:
      "Size Fill:1,Size Expand:2,Size Expand Fill:3,Size Shrink Center:4,Size Shrink End:8",
    usage: usage.default | usage.classIsBitfield,
  });
});
