import { ClassDB, type Dictionary, type Array as GodotArray, Node2D, type RefCounted } from "godot";
import { loadForeign } from "./support/foreign";

loadForeign();

test("each of the floors measures its loop", () => {
  const floors = ClassDB.instantiate("Floors") as RefCounted;
  const methods = ClassDB.classGetMethodList("Floors", true) as GodotArray<Dictionary>;
  const node = new Node2D();
  const times = methods.toJS().map((method) => {
    const name = String(method.get("name"));
    return [name, floors.call(name, 1000, node)];
  });
  expect(times).toHaveLength(10);
  expect(times.filter(([, time]) => !(Number(time) > 0))).toEqual([]);
  node.free();
});
