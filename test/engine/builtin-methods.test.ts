/**
 * Every method of the builtin types that are not math types, called from TypeScript over random
 * arguments, gives what the engine's own call gives, and leaves the receiver as that does.
 */
import fc from "fast-check";
import * as godot from "godot";
import {
  Callable,
  type Node,
  NodePath,
  Signal,
  StringName,
  type Variant,
  type VariantInput,
} from "godot";
import type { ApiBuiltinMethod } from "../../tools/generate/api";
import { memberName } from "../../tools/generate/names";
import { builtinType } from "./support/api-dump";
import { gdNode } from "./support/gdscript";
import { plain } from "./support/variant-samples";

const methodsOf = (type: string): readonly ApiBuiltinMethod[] => builtinType(type).methods ?? [];

let probe: Node;
beforeAll(() => {
  probe = gdNode("probe");
});
afterAll(() => probe.free());

const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(
    "",
    "Ab cD",
    "a/b:c",
    "res://x/y.png",
    "%d",
    "{0}",
    "12.5",
    "0xff",
    "#fff",
    "é世🙂",
  ),
);
const int = fc.oneof(fc.integer({ min: -3, max: 8 }), fc.integer({ min: 32, max: 126 }));
const vector2 = fc.tuple(int, int).map(([x, y]) => new godot.Vector2(x, y));
const vector3 = fc.tuple(int, int, int).map(([x, y, z]) => new godot.Vector3(x, y, z));
const vector4 = fc.tuple(int, int, int, int).map(([x, y, z, w]) => new godot.Vector4(x, y, z, w));
const color = fc.tuple(int, int, int).map(([r, g, b]) => new godot.Color(r, g, b));
const simple: fc.Arbitrary<VariantInput> = fc.oneof(int, text, fc.boolean(), vector2);
const array = fc.array(simple, { maxLength: 5 });
const entries = fc.uniqueArray(fc.tuple(text, simple), { maxLength: 4, selector: ([key]) => key });

/** Values of a type as JavaScript gives them. Each is made anew when it is asked for. */
const made: Readonly<Record<string, fc.Arbitrary<() => VariantInput>>> = {
  bool: fc.boolean().map((value) => () => value),
  int: int.map((value) => () => value),
  float: fc.oneof(int, fc.float({ noNaN: true })).map((value) => () => value),
  String: text.map((value) => () => value),
  StringName: text.map((value) => () => new StringName(value)),
  NodePath: text.map((value) => () => new NodePath(value)),
  Variant: simple.map((value) => () => value),
  Vector2: vector2.map((value) => () => value),
  Vector3: vector3.map((value) => () => value),
  Vector4: vector4.map((value) => () => value),
  Color: color.map((value) => () => value),
  RID: int.map((id) => () => godot.ridFromInt64(id)),
  Array: array.map((items) => () => godot.Array.from(items)),
  Dictionary: entries.map((each) => () => godot.Dictionary.from(new Map(each))),
  Callable: fc.constantFrom(
    () => (a: Variant) => typeof a === "number",
    () => (a: Variant, b: Variant) => String(a) < String(b),
  ),
  PackedByteArray: fc.array(int).map((items) => () => Uint8Array.from(items)),
  PackedInt32Array: fc.array(int).map((items) => () => Int32Array.from(items)),
  PackedInt64Array: fc.array(int).map((items) => () => BigInt64Array.from(items.map(BigInt))),
  PackedFloat32Array: fc.array(int).map((items) => () => Float32Array.from(items)),
  PackedFloat64Array: fc.array(int).map((items) => () => Float64Array.from(items)),
  PackedStringArray: fc.array(text).map((items) => () => new godot.PackedStringArray(items)),
  PackedVector2Array: fc.array(vector2).map((items) => () => new godot.PackedVector2Array(items)),
  PackedVector3Array: fc.array(vector3).map((items) => () => new godot.PackedVector3Array(items)),
  PackedVector4Array: fc.array(vector4).map((items) => () => new godot.PackedVector4Array(items)),
  PackedColorArray: fc.array(color).map((items) => () => new godot.PackedColorArray(items)),
};

function argumentsOf({
  arguments: args = [],
}: ApiBuiltinMethod): fc.Arbitrary<(() => VariantInput)[]> {
  const required = args.filter((each) => each.default_value === undefined).length;
  const all = args.map(({ type }) => made[type] ?? fc.constant(() => null));
  return fc
    .tuple(fc.integer({ min: required, max: args.length }), fc.tuple(...all))
    .map(([count, each]) => each.slice(0, count));
}

/** Methods that another test looks at: by chance, or where TypeScript has an idiom of its own. */
const elsewhere: Readonly<Record<string, RegExp>> = {
  Array: /^(get|set|pick_random|shuffle)$/,
  Dictionary: /^(get|set|keys|values|size)$/,
  PackedByteArray: /^(decode_|encode_|has_encoded|bswap|compress|decompress)/,
};

const isTested = (type: string) => (method: ApiBuiltinMethod) =>
  elsewhere[type]?.test(method.name) !== true;

const strings = ["String", "StringName", "NodePath"];
const packed = Object.keys(made).filter((type) => type.startsWith("Packed"));
const handles = ["Array", "Dictionary", "RID"];

describe.each([...strings, ...packed])("the functions of %s", (type) => {
  const functions = Reflect.get(godot, type) as Record<string, (...args: unknown[]) => Variant>;
  const methods = methodsOf(type).filter(isTested(type));

  test.each(methods.filter((each) => each.is_const || each.is_static))("$name", (method) => {
    const call = functions[memberName(method.name)];
    fc.assert(
      fc.property(made[type] ?? fc.constant(() => null), argumentsOf(method), (self, args) => {
        const values = args.map((each) => each());
        const ours = method.is_static ? call?.(...values) : call?.(self(), ...values);
        const engines = probe.call("call_on", self(), method.name, values);
        expect(plain(ours ?? null)).toStrictEqual(plain(engines));
      }),
      { numRuns: 20 },
    );
  });
});

test.each(packed)("%s has no functions that would change a copy", (type) => {
  const names = methodsOf(type)
    .filter((each) => isTested(type)(each) && !each.is_const)
    .map(({ name }) => memberName(name));
  const functions = Object.getOwnPropertyNames(Reflect.get(godot, type));
  expect(names).toContain("append");
  expect(names.filter((name) => functions.includes(name))).toEqual([]);
});

describe.each(handles)("the methods of %s", (type) => {
  test.each(methodsOf(type).filter(isTested(type)))("$name", (method) => {
    fc.assert(
      fc.property(made[type] ?? fc.constant(() => null), argumentsOf(method), (self, args) => {
        const [one, other] = [self(), self()] as [object, VariantInput & object];
        const call = Reflect.get(one, memberName(method.name)) as (...args: unknown[]) => Variant;
        const values = args.map((each) => each());
        const ours = call.apply(one, values);
        const engines = probe.call("call_on", other, method.name, values);
        expect(plain(ours ?? null)).toStrictEqual(plain(engines));
        expect(plain(one as Variant)).toStrictEqual(plain(other as Variant));
      }),
      { numRuns: 20 },
    );
  });
});

// What they do depends on more than their arguments: callables.test.ts and signals.test.ts.
describe.each([
  ["Callable", Callable],
  ["Signal", Signal],
])("%s", (type, Class) => {
  test.each(methodsOf(type))("has $name", ({ name, is_static }) => {
    const member = Reflect.get(is_static ? Class : Class.prototype, memberName(name));
    expect(member).toBeInstanceOf(Function);
  });
});
