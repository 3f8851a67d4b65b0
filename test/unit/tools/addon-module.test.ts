import { expect, test } from "@jest/globals";
import { addonModule } from "../../../tools/build/addon-module";

test("the module for bundles has a name for each export, free of side effects", () => {
  expect(addonModule(["sleep", "default", "once"])).toBe(
    [
      "// Made by the build from src/addon/index.ts.",
      'const addon = require("godot-ts:addon");',
      "export const once = /* @__PURE__ */ (() => addon.once)();",
      "export const sleep = /* @__PURE__ */ (() => addon.sleep)();",
      "",
    ].join("\n"),
  );
});
