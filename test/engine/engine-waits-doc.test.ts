import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type AnimationPlayer, AudioStreamPlayer, type AudioStreamWAV, Node, Node2D } from "godot";
import * as godotTs from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { gdNode } from "./support/gdscript";
import { enter, tree } from "./support/tree";

let shown: unknown[] = [];
const hud = { show: (what: unknown) => shown.push(what) };
const bar = { value: 0 };
const level = "res://test/engine/scenes/two.tscn";
const anyLoad = (_: string, options?: godotTs.LoadOptions) => godotTs.load(level, options);
const page = new DocPage("engine-waits.md", { "godot-ts": { ...godotTs, load: anyLoad } });

async function run(heading: string, names: Readonly<Record<string, unknown>>): Promise<void> {
  shown = [];
  bar.value = 0;
  await page.run(heading, { hud, bar, ...names });
}

describe("the programs of docs/engine-waits.md run:", () => {
  test("a GDScript coroutine", async () => {
    const npc = enter(gdNode("npc"));
    await run("A GDScript coroutine", { npc });
    expect(shown).toEqual(["the way: left"]);
    npc.free();
  });

  test("a tween", async () => {
    const door = enter(new Node2D());
    await run("A tween", { door });
    expect(shown).toEqual(["open"]);
    expect(door.rotation).toBeCloseTo(1.5);
    door.free();
  });

  test("an animation", async () => {
    const maker = gdNode("animated");
    const player = enter(maker.call("player", ["open", "idle"], 0.02) as AnimationPlayer);
    await run("An animation", { player });
    expect(shown).toEqual(["open"]);
    player.free();
    maker.free();
  });

  test("a sound", async () => {
    const maker = gdNode("animated");
    const voice = enter(new AudioStreamPlayer());
    voice.stream = maker.call("sound", 0.05) as AudioStreamWAV;
    await run("A sound", { voice });
    expect(shown).toEqual(["said"]);
    voice.free();
    maker.free();
  });

  test("a resource", async () => {
    await run("A resource", {});
    expect(shown).toEqual([level]);
    expect(bar.value).toBe(1);
  });

  test("a scene", async () => {
    const own = tree().currentScene;
    tree().currentScene = enter(new Node());
    await run("A scene", {});
    expect(shown.map(String)).toEqual(["Two"]);
    tree().currentScene?.free();
    tree().currentScene = own;
  });

  test("a server", async () => {
    const server = createServer((incoming, response) => {
      response.end(JSON.stringify([incoming.method, incoming.headers["content-type"]]));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await run("A server", { server: `http://127.0.0.1:${port}` });
    expect(shown).toEqual([["POST", "application/json"]]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test("threads", async () => {
    const world = gdNode("pool");
    await run("Threads", { world });
    expect(shown).toEqual(["a world"]);
    expect(bar.value).toBe(1);
    world.free();
  });

  test("and there are no others", () => {
    expect(page.headings).toEqual([
      "A GDScript coroutine",
      "A tween",
      "An animation",
      "A sound",
      "A resource",
      "A scene",
      "A server",
      "Threads",
    ]);
  });
});
