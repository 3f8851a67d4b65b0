import { expect, test } from "@jest/globals";
import { commonJs, ecmaScript, type PlainModule } from "../../../tools/build/plain-modules";

const plain: PlainModule = {
  path: "runtime/plain/godot-ts",
  script: "executor.cjs",
  names: ["sleep", "register"],
  available: new Set(["sleep", "spawn"]),
};

test("the module for require takes what there is from the script, and refuses the rest", () => {
  expect(commonJs(plain)).toBe(
    [
      "// Made by the build: for plain Node, without the engine.",
      'const script = require("./executor.cjs");',
      'exports.register = script.engineOnly("register");',
      "exports.sleep = script.sleep;",
      "",
    ].join("\n"),
  );
});

test("the module for import takes all from that for require, and so shares its state", () => {
  expect(ecmaScript(plain)).toBe(
    [
      "// Made by the build: for plain Node, without the engine.",
      'import module from "./godot-ts.cjs";',
      "export const register = module.register;",
      "export const sleep = module.sleep;",
      "",
    ].join("\n"),
  );
});
