import {
  type Callable,
  type Dictionary,
  type Array as GodotArray,
  Node,
  type Signal,
  type Variant,
} from "godot";
import { method, property, register, t } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";

@register()
class TestFailing extends Node {
  @property(t.string)
  get title(): string {
    throw new Error("title");
  }

  @method({ returns: t.bool })
  failBool(): boolean {
    throw new Error("bool");
  }
  @method({ returns: t.int })
  failInt(): number {
    throw new Error("int");
  }
  @method({ returns: t.float })
  failFloat(): number {
    throw new Error("float");
  }
  @method({ returns: t.string })
  failString(): string {
    throw new Error("string");
  }
  @method({ returns: t.array })
  failArray(): GodotArray {
    throw new Error("array");
  }
  @method({ returns: t.dictionary })
  failDictionary(): Dictionary {
    throw new Error("dictionary");
  }
  @method({ returns: t.object(Node) })
  failNode(): Node {
    throw new Error("node");
  }
  @method({ returns: t.callable })
  failCallable(): Callable {
    throw new Error("callable");
  }
  @method({ returns: t.signal })
  failSignal(): Signal {
    throw new Error("signal");
  }
  @method({ returns: t.variant })
  failVariant(): Variant {
    throw new Error("variant");
  }
  @method({ returns: t.float })
  wholeFloat(): number {
    return 5;
  }
}

let failing: TestFailing;
let gd: Node;
beforeEach(() => {
  failing = new TestFailing();
  gd = gdNode("failing");
});
afterEach(() => {
  failing.free();
  gd.free();
});

describe("a method that throws gives GDScript, compiled with types,", () => {
  test("the default of each declared type", async () => {
    let results: Dictionary | undefined;
    const log = await recordLog(() => {
      results = gd.call("results_of_failed", failing) as Dictionary;
    });
    const entries = Object.fromEntries([...(results as Iterable<[string, Variant]>)]);
    expect({
      ...entries,
      array: plain(entries.array as Variant),
      dictionary: (entries.dictionary as Dictionary).size,
    }).toEqual({
      bool: false,
      int: 0,
      float: 0,
      string: "",
      array: [],
      dictionary: 0,
      node: null,
      callable: true,
      signal: true,
    });
    expect(log.map(({ text }) => text.split("\n")[0])).toEqual(
      ["bool", "int", "float", "string", "array", "dictionary", "node", "callable", "signal"].map(
        (type) => expect.stringContaining(`Error: ${type}`),
      ),
    );
    expect(new Set(log.map(({ file }) => file))).toEqual(
      new Set(["res://test/engine/errors-to-gdscript.test.ts"]),
    );
  });

  test("the default of a property's type, of a getter that throws", async () => {
    let title: unknown;
    const log = await recordLog(() => {
      title = gd.call("title_of_failed", failing);
    });
    expect(title).toBe("title: ");
    expect(log[0]?.text).toContain("Error: title");
  });

  test("null for a Variant", async () => {
    let result: unknown = "untouched";
    await recordLog(() => {
      result = gd.call("variant_of_failed", failing);
    });
    expect(result).toBeNull();
  });
});

test("a whole number is a float where a float is declared", () => {
  expect(plain(gd.call("type_of_whole_float", failing))).toEqual([3, 2.5]);
});

describe("an error within GDScript", () => {
  test("is in the log with its line, and TypeScript gets what GDScript returns: the engine does not tell", async () => {
    let result: unknown = "untouched";
    const log = await recordLog(() => {
      result = gd.call("divide", 1, 0);
    });
    expect(result).toBe(0);
    expect(log).toEqual([
      expect.objectContaining({
        kind: "script error",
        text: expect.stringContaining("Division by zero"),
        file: "res://test/engine/gd/failing.gd",
      }),
    ]);
  });
});

/** What an Array holds. */
function plain(value: Variant): unknown {
  return (value as GodotArray).toJS();
}
