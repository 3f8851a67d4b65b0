import { describe, expect, test } from "@jest/globals";
import { findDocComments } from "../../../src/editor-help/extract/find-doc-comments";

const find = (source: string) => findDocComments(source, "scripts/coin.ts");

describe("the comment of a class", () => {
  test("is the one above its decorators", () => {
    expect(find("/** A coin. */\n@register()\nexport class Coin extends Area2D {}")).toEqual([
      { className: "Coin", text: "A coin.", members: {} },
    ]);
  });

  test.each([
    ["between a decorator and the class", "@register() /** A coin. */ class Coin {}"],
    ["between decorators", "@register() /** A coin. */ @other() class Coin {}"],
    [
      "before the decorators of an exported class",
      "/** A coin. */ export @register() class Coin {}",
    ],
    ["after export", "@register() export /** A coin. */ class Coin {}"],
    ["above other comments", "/** A coin. */\n// of gold\n@register() class Coin {}"],
    ["of an abstract class", "/** A coin. */ @register() export abstract class Coin {}"],
    [
      "of a class that a constant holds",
      "/** A coin. */ export const Coin = @register() class {};",
    ],
    ["within a function", "function define() {\n  /** A coin. */\n  @register() class Coin {}\n}"],
  ])("is found %s", (_where, source) => {
    expect(find(source)).toEqual([{ className: "Coin", text: "A coin.", members: {} }]);
  });

  test("is the one above, where there is another between decorator and class", () => {
    const source = "/** A coin. */ @register() /** Not this. */ class Coin {}";
    expect(find(source)).toEqual([{ className: "Coin", text: "A coin.", members: {} }]);
  });

  test.each([
    ["a plain comment", "/* A coin. */ @register() class Coin {}"],
    ["a line of stars", "/*** A coin. ***/ @register() class Coin {}"],
    ["the comment of what stands before", "/** Gold. */ const gold = 1; @register() class Coin {}"],
    ["a comment in a decorator", "@register({ /** The icon. */ icon: a }) class Coin {}"],
    ["a comment in the body", "@register() class Coin { /** Nothing. */ }"],
  ])("is not %s", (_what, source) => {
    expect(find(source)).toEqual([{ className: "Coin", members: {} }]);
  });

  test("loses the stars that begin its lines, and keeps its indentation", () => {
    const source = [
      "/**",
      " * Münzen, 硬币, 🪙.",
      " *",
      " *   - worth *something*",
      " */",
      "@register() class Coin {}",
    ].join("\r\n");
    expect(find(source)).toEqual([
      { className: "Coin", text: "Münzen, 硬币, 🪙.\n\n  - worth *something*", members: {} },
    ]);
  });
});

describe("the class", () => {
  test("is found by the name that its decorator gives it", () => {
    expect(find('@register({ name: "Münze", icon: "res://a.svg" }) class Coin {}')).toEqual([
      { className: "Coin", registeredName: "Münze", members: {} },
    ]);
  });

  test("is called default where it is exported so, without a name", () => {
    expect(find("/** A coin. */ @register() export default class extends Area2D {}")).toEqual([
      { className: "default", text: "A coin.", members: {} },
    ]);
  });

  test("keeps its name where it is exported as default with one", () => {
    expect(find("/** A coin. */ @register() export default class Coin {}")).toEqual([
      { className: "Coin", text: "A coin.", members: {} },
    ]);
  });

  test("is left out where nothing decorates it", () => {
    expect(find("/** A coin. */ class Coin {}")).toEqual([]);
  });
});

describe("the comment of a member", () => {
  const membersOf = (body: string) => find(`@register() class Coin { ${body} }`)[0]?.members;

  test.each([
    ["an accessor", "/** Points. */ @property(t.int) accessor worth = 10;"],
    ["a getter", "/** Points. */ @property(t.int) get worth() { return 10; }"],
    ["a setter of a getter without one", "get worth() { return 1 } /** Points. */ set worth(v) {}"],
    ["a field", "/** Points. */ static readonly worth = 10;"],
    [
      "a member between its decorator and its name",
      "@property() /** Points. */ accessor worth = 1;",
    ],
    ["a member with a quoted name", '/** Points. */ "worth"() {}'],
  ])("is found for %s", (_what, body) => {
    expect(membersOf(body)).toEqual({ worth: { text: "Points." } });
  });

  test("comes with the names of a method's parameters", () => {
    const body =
      "/** Takes it. */ @method() take(this: Coin, by: Node2D, { x }: P, n = 1, ...rest: T[]) {}";
    expect(membersOf(body)).toEqual({
      take: { text: "Takes it.", parameters: ["by", "arg1", "n", "rest"] },
    });
  });

  test("comes with the names of a signal's arguments", () => {
    const body = "/** Taken. */ @signal(t.int) readonly taken!: Signal<[worth: number, number]>;";
    expect(membersOf(body)).toEqual({ taken: { text: "Taken.", parameters: ["worth", "arg1"] } });
  });

  test("of an overloaded method is that of its first overload, with its own parameters", () => {
    const body =
      "/** Takes it. */ take(a: A): void; /** Again. */ take(b: B): void; @method() take(c: C) {}";
    expect(membersOf(body)).toEqual({ take: { text: "Takes it.", parameters: ["c"] } });
  });

  test.each([
    ["a static object", "static readonly Kind = { /** Red. */ COPPER: 0, GOLD: 1 } as const;", ""],
    [
      "an enum of the same file",
      "static readonly Kind = Kind;",
      "enum Kind { /** Red. */ COPPER }",
    ],
    ["an exported one", "static Kind = Kind;", 'export enum Kind { /** Red. */ "COPPER" = 1 }'],
  ])("is found for the values of %s", (_what, body, before) => {
    expect(find(`${before} @register() class Coin { /** Metals. */ ${body} }`)[0]?.members).toEqual(
      {
        Kind: { text: "Metals." },
        "Kind.COPPER": { text: "Red." },
      },
    );
  });

  test("is not found for private names, computed names and the constructor", () => {
    const body = "/** 1 */ #a = 1; /** 2 */ [b] = 2; /** 3 */ constructor(c) {}";
    expect(membersOf(body)).toEqual({});
  });

  test("belongs to the class whose body it is in, not to one that extends it", () => {
    const source = [
      "@register() class Coin { /** Takes it. */ @method() take() {} }",
      "@register() class Gold extends Coin { override take() {} }",
    ].join("\n");
    expect(find(source)).toEqual([
      { className: "Coin", members: { take: { text: "Takes it." } } },
      { className: "Gold", members: {} },
    ]);
  });
});

describe("the syntax", () => {
  test("of TypeScript is understood: enums, satisfies, using, generics, abstract members", () => {
    const source = [
      "enum Metal { Gold }",
      "const metal = Metal.Gold satisfies Metal;",
      "async function f<T>() { await using a = g<T>(); }",
      "/** A coin. */ @register() abstract class Coin<T> { abstract take(): T; declare a: T; }",
    ].join("\n");
    expect(find(source)).toEqual([{ className: "Coin", text: "A coin.", members: {} }]);
  });

  test("of JSX is understood in files that can have it", () => {
    const source = "const a = <b>text</b>; /** A coin. */ @register() class Coin {}";
    const found = [{ className: "Coin", text: "A coin.", members: {} }];
    expect(findDocComments(source, "scripts/coin.tsx")).toEqual(found);
    expect(findDocComments(source, "scripts/coin.js")).toEqual(found);
  });

  test("that is none of TypeScript's is refused with its place", () => {
    expect(() => find("class {")).toThrow(/\(1:6\)/);
  });
});
