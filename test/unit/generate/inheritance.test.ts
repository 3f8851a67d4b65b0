import { inheritanceOf } from "../../../tools/generate/inheritance";
import { api } from "./fixture";

describe("inheritanceOf", () => {
  test("puts the root first and each class before its descendants", () => {
    const { order } = inheritanceOf(api.classes);

    expect(order.map((each) => each.name)).toEqual(["Object", "Node", "Sprite", "Input"]);
  });

  test("tells where the descendants of each class end", () => {
    expect(inheritanceOf(api.classes).last).toEqual([3, 2, 2, 3]);
  });

  test("throws when a class has an unknown base, and names it", () => {
    const lost = { name: "Lost", inherits: "Gone", is_refcounted: false, is_instantiable: true };

    expect(() => inheritanceOf([...api.classes, lost])).toThrow("Lost");
  });
});
