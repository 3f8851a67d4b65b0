import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engineModel } from "../../../tools/generate/class-model";
import { declarations } from "../../../tools/generate/declarations";
import { runtimeExports } from "../../../tools/generate/exports";
import { api } from "./fixture";

const preludePath = join(__dirname, "../../../tools/generate/declarations/prelude.d.ts");
const model = engineModel(api);
const text = declarations(model, readFileSync(preludePath, "utf8"));

describe("the declarations", () => {
  test("declare methods, with an underscore at reserved arguments and ? at optional ones", () => {
    expect(text).toContain("  findNode2d(default_: string, depth?: number): Node | null;");
  });

  test("declare a vararg method with a rest parameter", () => {
    expect(text).toContain("  rpc(method: string, ...args: VariantInput[]): Error;");
  });

  test("declare virtual methods with what the engine hands over", () => {
    expect(text).toContain("  _physicsProcess(delta: number): void;");
  });

  test("say which virtual methods a class must have", () => {
    expect(text).toContain(
      "  /** A class that extends this one must have it. */\n  _areaCreate(): RID;",
    );
  });

  test("declare properties as accessors, of the enum that their methods name", () => {
    expect(text).toContain("  get processMode(): Node.ProcessMode;");
    expect(text).toContain("  set processMode(value: Node.ProcessMode);");
  });

  test("declare a read-only property without setter", () => {
    expect(text).toContain("  get instanceCount(): number | bigint;");
    expect(text).not.toContain("set instanceCount");
  });

  test("declare no setter that is only there for its property", () => {
    expect(text).not.toContain("_setOffset");
  });

  test("declare signals by their arguments, not null", () => {
    expect(text).toContain("  readonly childEnteredTree: Signal<[node: Node]>;");
    expect(text).toContain("  readonly ready: Signal<[]>;");
  });

  test("declare an enum in its class, and its constants beside it", () => {
    expect(text).toMatch(/^export namespace Node \{\n.*\n {2}export enum ProcessMode \{\n/m);
    expect(text).toContain("    PROCESS_MODE_ALWAYS = 3,");
    expect(text).toContain(
      "  static readonly PROCESS_MODE_ALWAYS: Node.ProcessMode.PROCESS_MODE_ALWAYS;",
    );
  });

  test("declare a class that cannot be made as abstract", () => {
    expect(text).toContain("export abstract class Sprite extends Node {");
    expect(text).toContain("export class Node extends Object {");
  });

  test("declare a singleton as a value and a type, which has its class's statics", () => {
    expect(text).toContain(
      "export const Input: InputSingleton;\nexport type Input = InputSingleton;",
    );
    expect(text).toContain("  readonly MASK_A: InputSingleton.Mask.MASK_A;");
    expect(text).toContain("  readonly Mask: typeof InputSingleton.Mask;");
    expect(text).toContain("  export type Mask = InputSingleton.Mask;");
  });

  test("take wide types and give narrow ones", () => {
    expect(text).toContain(
      "  use(buffer: Pointer, nodes: ArrayInput<Node>, mask: Input.Mask | 0): void;",
    );
  });

  test("declare values as immutable", () => {
    expect(text).toContain("export class Vector2 {");
    expect(text).toContain("  readonly x: number;");
    expect(text).toContain("  constructor();\n  constructor(from: Vector2i);");
    expect(text).toContain(
      "  with(changes: { readonly x?: number; readonly y?: number }): Vector2;",
    );
    expect(text).toContain("  limitLength(length?: number): Vector2;");
    expect(text).toContain("  neg(): Vector2;\n  scale(factor: number): Vector2;");
    expect(text).toContain("  get(index: number): number;");
  });

  test("declare the constants of global enums as exports of their own", () => {
    expect(text).toContain("export const OK: Error.OK;");
    expect(text).toContain("export const TYPE_NIL: Variant.Type.TYPE_NIL;");
  });

  test("declare utility functions", () => {
    expect(text).toContain("export function typeof_(variable: VariantInput): Variant.Type;");
    expect(text).toContain("export function printRich(...args: VariantInput[]): void;");
    expect(text).toContain("export function degToRad(deg: number): number;");
  });

  test("declare functions that take the value first for the types of JavaScript's own", () => {
    expect(text).toContain(
      "declare namespace GodotString {\n" +
        "  function beginsWith(self: string, text: string): boolean;\n" +
        "  function chr(code: number | bigint): string;\n" +
        "  function mod(self: string, values: VariantInput): string;\n}\n" +
        "export { GodotString as String };",
    );
    expect(text).toContain("  function getNameCount(self: string): number;");
    expect(text).toContain("  function hexEncode(self: Uint8Array): string;");
    expect(text).toContain("  static duplicate(self: readonly Vector2[]): PackedVector2Array;");
  });

  test("declare no function that changes a copy, but for bytes that are written in place", () => {
    expect(text).toContain("  function encodeU8(self: Uint8Array, byteOffset: number | bigint, ");
    expect(text).not.toContain("function sort(self");
  });

  test("declare the methods of handles, by the type of their items", () => {
    expect(text).toContain(
      "interface GodotArray<T = Variant> {\n  front(): T | null;\n  clear(): void;\n}",
    );
  });

  test("declare exactly what the module exports at run time", () => {
    expect(exportedValues(text)).toEqual(runtimeExports(model));
  });
});

/** The names of all exports that are values. A namespace is one when it has an enum or a function. */
function exportedValues(source: string): string[] {
  const named = /^export (?:abstract )?(?:class|const|enum|function) (\w+)/gm;
  const namespaces =
    /^export namespace (\w+) \{\s+(?:\/\*\*[\s\S]*?\*\/\s+)?(?:export enum|function)/gm;
  const renamed = /^export \{ \w+ as (\w+) \};/gm;
  const names = [named, namespaces, renamed].flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([, name = ""]) => name),
  );
  return [...new Set(names)].sort();
}
