import { describe, expect, test } from "@jest/globals";
import { type ClassHelp, classReference, type References } from "../../../src/editor-help/render";

/** `Coin`, which extends `Area2D`. */
const references: References = {
  className: (name) => (["Coin", "Area2D"].includes(name) ? name : undefined),
  member(className, member) {
    if (className === "Coin" && member === "takeAll") {
      return { owner: "Coin", name: "take_all", kind: "method" };
    }
    if (className === "Coin" && member === "Kind.GOLD") {
      return { owner: "Coin", name: "GOLD", kind: "constant" };
    }
    return member === "bodyEntered"
      ? { owner: "Area2D", name: "body_entered", kind: "signal" }
      : undefined;
  },
};

const nothing: ClassHelp = {
  name: "Coin",
  base: "Area2D",
  methods: [],
  properties: [],
  signals: [],
  constants: [],
};

function render(help: Partial<ClassHelp>): string {
  return classReference({ ...nothing, ...help }, references);
}

/** What the help says of a method that has such a comment, without what is XML's. */
function said(text: string): string | undefined {
  return render({ methods: [{ name: "take", text }] })
    .match(/<method name="take"><description>(.*)<\/description><\/method>/s)?.[1]
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

test("a class is told of in the engine's own format, its first paragraph in brief", () => {
  const xml = render({
    text: "A coin,\nof gold.\n\nIt rolls.\n\nAnd falls.",
    methods: [{ name: "take", text: "Takes it." }, { name: "untold" }],
    properties: [{ name: "worth", text: "In points." }],
    signals: [{ name: "taken", text: "Gone." }],
    constants: [
      { name: "GOLD", text: "Yellow." },
      { name: "COPPER", text: "Red." },
    ],
  });
  expect(xml).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8" ?>',
      '<class name="Coin" inherits="Area2D">',
      "<brief_description>A coin, of gold.</brief_description>",
      "<description>It rolls.\nAnd falls.</description>",
      "<tutorials></tutorials>",
      "<methods>",
      '<method name="take"><description>Takes it.</description></method>',
      "</methods>",
      "<members>",
      '<member name="worth" type="Variant">In points.</member>',
      "</members>",
      "<signals>",
      '<signal name="taken"><description>Gone.</description></signal>',
      "</signals>",
      "<constants>",
      '<constant name="COPPER" value="">Red.</constant>',
      '<constant name="GOLD" value="">Yellow.</constant>',
      "</constants>",
      "</class>",
    ].join("\n"),
  );
});

test("a class without comments is told of without members", () => {
  expect(render({ methods: [{ name: "take" }] })).not.toContain("take");
});

test("what XML reserves is escaped, in names and texts", () => {
  const xml = render({ name: "A<B>", text: 'a < b && c > "d"' });
  expect(xml).toContain('<class name="A&lt;B&gt;"');
  expect(xml).toContain("a &lt; b &amp;&amp; c &gt; &quot;d&quot;");
});

test.each(["deprecated", "experimental"])("@%s marks a class, and each kind of member", (tag) => {
  const text = `Old.\n\n@${tag} Use {@link takeAll}.`;
  const xml = render({
    text,
    methods: [{ name: "m", text }],
    properties: [{ name: "p", text: `@${tag}` }],
    signals: [{ name: "s", text }],
  });
  expect(xml).toContain(`<class name="Coin" inherits="Area2D" ${tag}="Use [method take_all].">`);
  expect(xml).toContain(`<method name="m" ${tag}="Use [method take_all].">`);
  expect(xml).toContain(`<member name="p" type="Variant" ${tag}="">`);
  expect(xml).toContain(`<signal name="s" ${tag}="Use [method take_all].">`);
});

describe("Markdown", () => {
  test.each([
    ["a `b[0]` c", "a [code]b[0][/code] c"],
    ["``a`b``", "[code]a`b[/code]"],
    ["**a** __b__ *c* _d_", "[b]a[/b] [b]b[/b] [i]c[/i] [i]d[/i]"],
    ["**a *b* c**", "[b]a [i]b[/i] c[/b]"],
    ["2 * 3 * 4, snake_case_name", "2 * 3 * 4, snake_case_name"],
    ["\\*a\\*", "*a*"],
    ["[b]a[/b]", "[lb]b[rb]a[lb]/b[rb]"],
    ["[a *b*](https://c.d/e)", "[url=https://c.d/e]a [i]b[/i][/url]"],
    ["see https://c.d/e.", "see [url=https://c.d/e]https://c.d/e[/url]."],
    ["<https://c.d>", "[url=https://c.d]https://c.d[/url]"],
    ["## Title", "[b]Title[/b]"],
    ["Münzen 硬币 🪙", "Münzen 硬币 🪙"],
  ])("%s becomes %s", (markdown, bbcode) => {
    expect(said(markdown)).toBe(bbcode);
  });

  test("has a line for each paragraph and each item of a list", () => {
    expect(said("One\nparagraph.\n\n- first\n  goes on\n- second\n  1. inner\n\nLast.")).toBe(
      "One paragraph.\n- first goes on\n- second\n  1. inner\nLast.",
    );
  });

  test("keeps code blocks as they are, and colours GDScript", () => {
    expect(said("Do:\n```gdscript\nif [a]:\n\n\tb *c*\n```\nThen\n```ts\nd\n```")).toBe(
      "Do:\n[codeblock lang=gdscript]\nif [a]:\n\n\tb *c*\n[/codeblock]\n" +
        "Then\n[codeblock lang=text]\nd\n[/codeblock]",
    );
  });

  test("ends a code block that nobody ends", () => {
    expect(said("```\na")).toBe("[codeblock lang=text]\na\n[/codeblock]");
  });
});

describe("{@link}", () => {
  test.each([
    ["{@link takeAll}", "[method take_all]"],
    ["{@link takeAll()}", "[method take_all]"],
    ["{@link Coin.takeAll}", "[method take_all]"],
    ["{@link Coin#takeAll}", "[method take_all]"],
    ["{@link bodyEntered}", "[signal Area2D.body_entered]"],
    ["{@link Kind.GOLD}", "[constant GOLD]"],
    ["{@link Coin.Kind.GOLD}", "[constant GOLD]"],
    ["{@linkcode Area2D}", "[Area2D]"],
    ["{@link takeAll | takes [all]}", "takes [lb]all[rb] ([method take_all])"],
    ["{@link nowhere}", "[code]nowhere[/code]"],
    ["{@link Nobody.nothing | nothing}", "nothing"],
    ["{@link https://c.d | there}", "[url=https://c.d]there[/url]"],
    ["{@link https://c.d}", "[url=https://c.d]https://c.d[/url]"],
    ["{@inheritDoc Coin}", ""],
  ])("%s becomes %s", (markdown, bbcode) => {
    expect(said(markdown)).toBe(bbcode);
  });
});

describe("tags", () => {
  test("of parameters, results and errors are told after the text", () => {
    const text = [
      "Takes it.",
      "@returns the points,",
      "together",
      "@throws when it is `gone`",
      "@param byWhom - who does",
    ].join("\n");
    expect(said(text)).toBe(
      "Takes it.\n[param by_whom]: who does\n[b]Returns:[/b] the points, together\n" +
        "[b]Throws:[/b] when it is [code]gone[/code]",
    );
  });

  test("of examples are code, decorators in them included", () => {
    expect(said("Takes it.\n\n@example\n@register()\nclass Coin {\n  a[0];\n}")).toBe(
      "Takes it.\n[b]Example:[/b]\n[codeblock lang=text]\n" +
        "@register()\nclass Coin {\n  a[0];\n}\n[/codeblock]",
    );
    expect(said("@example\nIn GDScript:\n```gdscript\n@export var a\n```")).toBe(
      "[b]Example:[/b]\nIn GDScript:\n[codeblock lang=gdscript]\n@export var a\n[/codeblock]",
    );
  });

  test("of remarks are part of the text", () => {
    expect(said("Takes it.\n@remarks Not twice.")).toBe("Takes it.\nNot twice.");
  });

  test("that are for readers of the source are left out", () => {
    expect(said("Takes it.\n@privateRemarks Slow.\n@internal\n@typeParam T - any")).toBe(
      "Takes it.",
    );
  });
});
