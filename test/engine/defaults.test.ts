import { ClassDB, RefCounted } from "godot";
import { nextFrame, property, register, t } from "godot-ts";
import { collectGarbage } from "./support/collect-garbage";

let constructed = 0;

@register()
class TestAmmo extends RefCounted {
  constructor() {
    super();
    constructed++;
  }
  @property(t.int) accessor rounds = 6;
}

// The engine makes an object to read its defaults and deletes it, whoever refers to it: so does the
// editor for its documentation.
test("a RefCounted that the engine deletes under our reference is let go", async () => {
  expect(ClassDB.classGetPropertyDefaultValue("TestAmmo", "rounds")).toBe(6);
  expect(constructed).toBe(1);
  const others = Array.from({ length: 1_000 }, () => new RefCounted());
  await collectGarbage();
  await nextFrame();
  expect(others.every((each) => each.getReferenceCount() === 1)).toBe(true);
  expect(new TestAmmo().rounds).toBe(6);
});
