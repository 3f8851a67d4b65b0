import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { engineModel } from "../../../tools/generate/class-model";
import { runtimeExports } from "../../../tools/generate/exports";
import { facade } from "../../../tools/generate/facade";
import { api } from "./fixture";

describe("runtimeExports", () => {
  test("lists each export once, sorted", () => {
    expect(runtimeExports(engineModel(api))).toEqual([
      "Array",
      "Basis",
      "Callable",
      "Color",
      "Dictionary",
      "Error",
      "FAILED",
      "FreedObjectError",
      "Input",
      "Node",
      "NodePath",
      "OK",
      "Object",
      "PackedByteArray",
      "PackedVector2Array",
      "Pointer",
      "RID",
      "Rect2i",
      "Signal",
      "Sprite",
      "String",
      "StringName",
      "TYPE_NIL",
      "Variant",
      "Vector2",
      "Vector2i",
      "classNamed",
      "degToRad",
      "float",
      "load",
      "printRich",
      "typeof_",
    ]);
  });

  test("throws when two exports would share a name", () => {
    const taken = { ...api, global_constants: [{ name: "Node", value: 1 }] };

    expect(() => runtimeExports(engineModel(taken))).toThrow("Exported twice: Node");
  });
});

describe("facade", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "facade-"));
    writeFileSync(
      join(folder, "godot.mjs"),
      facade(["Array", "Node", "Object", "OS", "Timer"], new Set(["OS"])),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function bundle(program: string): string {
    const entry = join(folder, "entry.ts");
    writeFileSync(entry, program);
    const { outputFiles } = buildSync({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: "cjs",
      external: ["godot-ts:godot"],
    });
    return outputFiles.map((file) => file.text).join("");
  }

  test("brings into a bundle only what is imported", () => {
    const text = bundle('import { Timer } from "./godot.mjs"; new Timer();');

    expect(text).toContain('require("godot-ts:godot")');
    expect(text.match(/get\("\w+"\)/g)).toEqual(['get("Timer")']);
  });

  test("exports names of JavaScript's own without hiding those from the bundle", () => {
    const text = bundle(
      'import { Array as A, Object as O } from "./godot.mjs"; module.exports = [A, O, Object.keys({ a: 1 })];',
    );
    const module = { exports: [] as unknown[] };
    const load = new Function("module", "require", text);
    load(module, () => ({ Array: "engine's Array", Object: "engine's Object" }));

    expect(module.exports).toEqual(["engine's Array", "engine's Object", ["a"]]);
  });

  test("lets a singleton that is there later take the place of what stands for it", () => {
    const text = bundle(
      'import { OS } from "./godot.mjs"; module.exports = () => (OS as { name: string }).name;',
    );
    const module = { exports: () => "" };
    let replace = (_: object): void => {};
    const one = (_: string, given: typeof replace) => {
      replace = given;
      return { name: "stands for it" };
    };
    new Function("module", "require", text)(module, () => ({ "@singleton": one }));

    const before = module.exports();
    replace({ name: "the engine's" });

    expect([before, module.exports()]).toEqual(["stands for it", "the engine's"]);
  });
});
