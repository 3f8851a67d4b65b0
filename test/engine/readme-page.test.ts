import { coroutine } from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { nodeOf } from "./support/gdscript-programs";
import { enter } from "./support/tree";

const page = new DocPage("README.md");
// GDScript knows the classes that were there before it.
page.load("What it looks like");

describe("the programs of README.md", () => {
  test("are a class, and GDScript that uses it", async () => {
    const user = enter(nodeOf(page.gdscript("What it looks like")));
    expect(await coroutine(user.call("run"))).toBe(null);
    user.free();
  });
});
