import type { Area2D, Node } from "godot";
import { coroutine } from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { enter } from "./support/tree";

const page = new DocPage("README.md");
// GDScript knows the classes that were there before it.
const { Coin } = page.load("What it looks like") as { Coin: new () => Area2D };

describe("the programs of README.md", () => {
  test("are a class, and GDScript that uses it", async () => {
    const [script] = page.gdscripts("What it looks like");
    const user = enter(script?.new() as Node);
    await coroutine(user.call("program"));
    expect(Coin.name).toBe("Coin");
    user.free();
  });
});
