import { type Node, Signal } from "godot";
import { CancelledError, coroutine, nextFrame, SourceFreedError, spawn } from "godot-ts";
import { allowAtExit } from "../../tools/jest-runner/harness/allow-at-exit";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter } from "./support/tree";

// Godot leaks the name of the signal that a coroutine of a freed object awaits, without us too.
allowAtExit("Orphan StringName: thought ");

let npc: Node;
beforeEach(() => {
  npc = enter(gdNode("npc"));
});

const think = () => new Signal(npc, "thought").emit();
const answers = () => String(npc.get("answers"));

describe("coroutine(result)", () => {
  test("resolves to the coroutine's result", async () => {
    expect(await coroutine(npc.call("ask", "the way"))).toBe("the way: left");
    npc.free();
  });

  test("resolves to the result of one that awaits others", async () => {
    const end = coroutine(npc.call("ponder_twice"));
    think();
    think();
    expect(await end).toBe(84);
    npc.free();
  });

  test("passes on what is no coroutine", async () => {
    expect(await coroutine(3)).toBe(3);
    expect(await coroutine(null)).toBe(null);
    expect(await coroutine(npc)).toBe(npc);
    npc.free();
  });

  test("rejects when the coroutine's object is freed, and nothing is logged", async () => {
    const log = await recordLog(async () => {
      const end = expect(coroutine(npc.call("ponder"))).rejects;
      npc.free();
      await end.toThrow("the object that a GDScript coroutine belongs to was freed");
    });
    expect(log).toEqual([]);
  });

  test("rejects with SourceFreedError", async () => {
    const end = coroutine(npc.call("ponder"));
    npc.free();
    await expect(end).rejects.toBeInstanceOf(SourceFreedError);
  });

  test("a cancelled wait ends, and the coroutine goes on", async () => {
    const task = spawn(() => coroutine(npc.call("ponder")));
    await nextFrame();
    expect(task.waitsFor).toBe("the end of a GDScript coroutine");
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    expect(answers()).toBe("[]");
    think();
    expect(answers()).toBe("[42]");
    npc.free();
  });

  test("an aborted signal ends the wait only", async () => {
    const controller = new AbortController();
    const end = coroutine(npc.call("ponder"), { signal: controller.signal });
    controller.abort(new Error("no time"));
    await expect(end).rejects.toThrow("no time");
    think();
    expect(answers()).toBe("[42]");
    npc.free();
  });

  test("a cancellation that comes with the end wins", async () => {
    const task = spawn(() => coroutine(npc.call("ponder")));
    await nextFrame();
    think();
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    npc.free();
  });
});
