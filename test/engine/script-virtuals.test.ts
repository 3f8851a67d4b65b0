import { ClassDB, type Dictionary, type Array as GodotArray, Node } from "godot";
import { method, register, t, virtual } from "godot-ts";
import { gdNode, gdscript } from "./support/gdscript";
import { enter } from "./support/tree";

@register()
class TestShop extends Node {
  readonly openings: string[] = [];

  @virtual({ args: [t.int], returns: t.int })
  _priceOf(amount: number): number {
    return amount * 10;
  }

  @virtual()
  _opened(): void {
    this.openings.push("in TypeScript");
  }

  @virtual({ args: [t.string], returns: t.string })
  async _deliver(to: string): Promise<string> {
    return `sent to ${to}`;
  }

  @method({ args: [t.int], returns: t.int })
  priceOf(amount: number): number {
    return this._priceOf(amount);
  }
}

@register()
class TestCheapShop extends TestShop {
  override _priceOf(amount: number): number {
    return super._priceOf(amount) / 2;
  }
}

describe("a virtual method of TypeScript's", () => {
  let shop: TestShop;
  afterEach(() => shop.free());

  test("runs its body where no script overrides it", () => {
    shop = new TestShop();
    shop._opened();
    expect(shop._priceOf(3)).toBe(30);
    expect(shop.openings).toEqual(["in TypeScript"]);
  });

  test("runs the body of a class that extends it, which has super", () => {
    shop = new TestCheapShop();
    expect(shop._priceOf(3)).toBe(15);
  });

  test("runs what GDScript has in its place", () => {
    shop = gdNode<TestShop>("script_virtuals");
    shop._opened();
    expect(shop._priceOf(3)).toBe(21);
    expect(shop.get("opened")).toBe(1);
    expect(shop.openings).toEqual([]);
  });

  test("runs what GDScript has in place of that of a class that extends it", () => {
    shop = new TestCheapShop();
    shop.setScript(gdscript("script_virtuals"));
    expect(shop._priceOf(3)).toBe(21);
  });

  test("is reached by GDScript through a method that calls it", () => {
    shop = gdNode<TestShop>("script_virtuals");
    expect(shop.call("ask", 2)).toBe(14);
  });

  test("throws what GDScript gives of a wrong type", () => {
    shop = gdNode<TestShop>("script_virtuals_untyped");
    expect(() => shop._priceOf(3)).toThrow(
      'TestShop._priceOf, overridden in a script, must return int, not string "3"',
    );
  });

  test("that is async runs its body where no script overrides it", async () => {
    shop = new TestShop();
    expect(await shop._deliver("Berlin")).toBe("sent to Berlin");
  });

  test("that is async awaits a coroutine of GDScript's", async () => {
    shop = enter(gdNode<TestShop>("script_virtuals"));
    expect(await shop._deliver("Berlin")).toBe("carried to Berlin");
  });

  test("that is async takes a result that GDScript has at once", async () => {
    shop = gdNode<TestShop>("script_virtuals_untyped");
    expect(await shop._deliver("Berlin")).toBe("thrown to Berlin");
  });

  test("is listed by ClassDB with its arguments, as a virtual one", () => {
    shop = new TestShop();
    const methods = ClassDB.classGetMethodList("TestShop", true) as GodotArray<Dictionary>;
    const found = methods
      .toJS()
      .filter((each) => each.get("name") === "_price_of" && (Number(each.get("flags")) & 8) !== 0);
    const names = found.map((each) =>
      (each.get("args") as GodotArray<Dictionary>).get(0).get("name"),
    );
    expect(names).toEqual(["amount"]);
  });
});
