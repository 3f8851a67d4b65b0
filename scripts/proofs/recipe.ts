import assert from "node:assert/strict";
import { Object as GodotObject, RefCounted } from "godot";
import { coroutine, method, register, t, untilResume } from "godot-ts";
import type { Demo } from "../demo";

/** The class that gdnative-async is tested with. */
@register()
export class Adder extends RefCounted {
  /** Adds three numbers: its own argument, what it is resumed with, and a coroutine's result. */
  @method({ args: [t.int, t.object(GodotObject), t.string], returns: t.int })
  async resumeAdd(first: number, object: GodotObject, name: string): Promise<number> {
    const second = await untilResume<number>();
    const third = await coroutine<number>(object.call(name));
    return first + second + third;
  }
}

/** A dialogue: GDScript starts a task, resumes it with a value, and awaits what comes of it. */
export async function recipe(demo: Demo): Promise<string> {
  const sum = await coroutine(demo.getNode("%Hero").call("add_with_resume"));
  assert.equal(sum, 42);
  return `resume_add gave ${sum}: 1, and 2 by resume, and 39 of a GDScript coroutine`;
}
