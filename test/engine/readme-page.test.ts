import type { Node } from "godot";
import { coroutine } from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { enter } from "./support/tree";

const page = new DocPage("README.md");
// GDScript knows the classes that were there before it.
page.load("What it looks like");

describe("the programs of README.md", () => {
  test("are a class, and GDScript that uses it", async () => {
    const [script] = page.gdscripts("What it looks like");
    const user = enter(script?.new() as Node);
    expect(await coroutine(user.call("program"))).toBe(null);
    user.free();
  });
});
