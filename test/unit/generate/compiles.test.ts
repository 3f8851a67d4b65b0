import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const repository = resolve(__dirname, "../../..");

test("the types of module godot compile by themselves, checked as a library never is", () => {
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "false"];
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      `${repository}/node_modules/typescript/bin/tsc`,
      ...options,
      // Without those of Node and of a browser, as strict as can be.
      ...["--types", "", "--lib", "ES2024"],
      `${repository}/types/godot/index.d.ts`,
    ],
    { encoding: "utf8" },
  );

  expect(stdout).toBe("");
  expect(status).toBe(0);
});
