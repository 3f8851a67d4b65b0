import type { Api } from "../../../tools/generate/api";
import { engineModel } from "../../../tools/generate/class-model";
import { Documentation, globalScope } from "../../../tools/generate/documentation";
import { api as fixture } from "./fixture";

const constants = { name: "Vector2", constants: fixture.builtin_classes[0]?.constants ?? [] };
const api: Api = {
  ...fixture,
  builtin_classes: [constants, { name: "Array" }, { name: "String" }],
};
const documentation = new Documentation(engineModel(api));

const page = "https://docs.godotengine.org/en/stable/classes";

/** The Markdown of a method's comment in class Node, without what follows the description. */
function markdown(description: string): string {
  const lines = documentation.member({ owner: "Node", kind: "method", name: "rpc", description });
  const text = lines
    .slice(1, -1)
    .map((line) => line.replace(/^ \* ?/, ""))
    .join("\n");
  return text.slice(0, text.lastIndexOf("\n\n[Class reference]"));
}

describe("the text of a comment", () => {
  test.each([
    ["emphasis", "[b]Note:[/b] an [i]easy[/i] one.", "**Note:** an *easy* one."],
    ["emphasis around spaces", "a[b] bold [/b]b", "a **bold** b"],
    ["emphasis inside emphasis", "[b]very [i]much[/i][/b]", "**very *much***"],
    ["code", "Is [code]true[/code] for [code]a[0][/code].", "Is `true` for `a[0]`."],
    ["code with tags in it", "[code skip-lint][b][/code]", "`[b]`"],
    ["code with a backtick", "[code]a`b[/code]", "`` a`b ``"],
    ["keys", "Press [kbd]Ctrl + C[/kbd].", "Press `Ctrl + C`."],
    [
      "parameters, in our names",
      "[param default] and [param max_depth]",
      "`default_` and `maxDepth`",
    ],
    ["addresses", "[url=https://a.org/b_(c)]here[/url]", "[here](https://a.org/b_%28c%29)"],
    ["addresses without a text", "[url]https://a.org[/url]", "[https://a.org](https://a.org)"],
    [
      "addresses in the manual",
      "[url=$DOCS_URL/tutorials/a.html]here[/url]",
      "[here](https://docs.godotengine.org/en/stable/tutorials/a.html)",
    ],
    ["brackets that are no tag", "a[0] and [x, y], [1]", "a\\[0\\] and \\[x, y\\], \\[1\\]"],
    ["brackets by their names", "[lb]b[rb]", "\\[b\\]"],
    ["what only looks", "[center][color=red]red[/color][/center][img]a.png[/img]", "red"],
    [
      "what Markdown takes for more",
      "2 * 3, _x_, a_b, <b>, `",
      "2 \\* 3, \\_x\\_, a_b, \\<b>, \\`",
    ],
    ["paragraphs", "one\ntwo", "one\n\ntwo"],
    ["line breaks", "one[br]two", "one\n\ntwo"],
    ["lists", "these:\n- a\n- b\nand more", "these:\n\n- a\n- b\n\nand more"],
    ["lists by stars", "* a\n* b", "- a\n- b"],
    ["lines that Markdown takes for headings", "# one", "\\# one"],
    ["an end without a start", "a[/b]", "a\\[/b\\]"],
  ])("has %s", (_, bbcode, expected) => {
    expect(markdown(bbcode)).toBe(expected);
  });

  test("has code as it is, in GDScript unless told", () => {
    expect(markdown("x:\n[codeblock]\nvar a = [b]\n\tprint(a[0])\n[/codeblock]\ny")).toBe(
      "x:\n\n```gdscript\nvar a = [b]\n\tprint(a[0])\n```\n\ny",
    );
    expect(markdown("[codeblock lang=text]\n root\n[/codeblock]")).toBe("```text\n root\n```");
  });

  test("has of code in several languages GDScript's", () => {
    const both =
      "[codeblocks]\n[gdscript]\na()\n[/gdscript]\n[csharp]\nA();\n[/csharp]\n[/codeblocks]";

    expect(markdown(both)).toBe("```gdscript\na()\n```");
    expect(markdown("[codeblocks]\n[csharp]\nA();\n[/csharp]\n[/codeblocks]")).toBe(
      "```csharp\nA();\n```",
    );
  });

  test("cannot end the comment", () => {
    const text = documentation.class("Node", "", "[code]push_*/pop_*[/code]").join("\n");

    expect(text.indexOf("*/")).toBe(text.length - 2);
  });

  test("starts no line with an @, which editors take for a tag of the comment", () => {
    expect(markdown("[codeblock]\n@export var a\n[/codeblock]")).toBe(
      "```gdscript\n\u200b@export var a\n```",
    );
    expect(markdown("@tool scripts")).toBe("\\@tool scripts");
  });
});

describe("references in the text of a comment", () => {
  test.each([
    ["a class", "[Sprite]", "{@link Sprite}"],
    ["the class itself", "[Node]", "`Node`"],
    ["a value", "[Vector2]", "{@link Vector2}"],
    [
      "a handle, which JavaScript has a class of that name for",
      "[Array]",
      "{@link GodotArray | Array}",
    ],
    ["a type that is JavaScript's", "[String]", `[String](${page}/class_string.html#class-string)`],
    ["a class that this engine lacks", "[TextServerFallback]", "`TextServerFallback`"],
    ["a method", "[method find_node_2d]", "{@link Node.findNode2d | findNode2d}"],
    [
      "a virtual method",
      "[method _physics_process]",
      "{@link Node._physicsProcess | _physicsProcess}",
    ],
    [
      "a method of another class",
      "[method Object.get_instance_id]",
      "{@link Object.getInstanceId}",
    ],
    [
      "an inherited method",
      "[method get_instance_id]",
      "{@link Object.getInstanceId | getInstanceId}",
    ],
    ["another class's inherited method", "[method Sprite.rpc]", "{@link Node.rpc | Sprite.rpc}"],
    ["a property", "[member process_mode]", "{@link Node.processMode | processMode}"],
    ["a signal", "[signal child_entered_tree]", "{@link Node.childEnteredTree | childEnteredTree}"],
    [
      "a constant",
      "[constant NOTIFICATION_READY]",
      "{@link Node.NOTIFICATION_READY | NOTIFICATION_READY}",
    ],
    ["an enum", "[enum ProcessMode]", "{@link Node.ProcessMode | ProcessMode}"],
    ["a member of a singleton", "[method Input.use]", "{@link Input.use}"],
    ["a function of the global scope", "[method @GlobalScope.deg_to_rad]", "{@link degToRad}"],
    ["a constant of the global scope", "[constant OK]", "{@link OK}"],
    [
      "an enum of the global scope",
      "[enum Error], [enum Variant.Type]",
      "{@link Error}, {@link Variant.Type}",
    ],
    [
      "a method of a value",
      "[method Vector2.limit_length]",
      `[Vector2.limitLength](${page}/class_vector2.html#class-vector2-method-limit-length)`,
    ],
    [
      "a method of what is a string here",
      "[method String.to_int]",
      `[String.to_int](${page}/class_string.html#class-string-method-to-int)`,
    ],
    [
      "a constructor",
      "[constructor Vector2]",
      `[Vector2](${page}/class_vector2.html#class-vector2-constructor-vector2)`,
    ],
    [
      "an annotation",
      "[annotation @GDScript.@export]",
      `[@export](${page}/class_@gdscript.html#class-gdscript-annotation-export)`,
    ],
    [
      "an item of the theme",
      "[theme_item font_size]",
      `[font_size](${page}/class_node.html#class-node)`,
    ],
    [
      "an operator",
      "[operator Vector2.operator *]",
      `[Vector2.operator \\*](${page}/class_vector2.html#class-vector2)`,
    ],
    ["what nobody knows", "[method Gone.gone]", "`Gone.gone`"],
  ])("lead to %s", (_, bbcode, expected) => {
    expect(markdown(`See ${bbcode}`)).toBe(`See ${expected}`);
  });
});

describe("the comment", () => {
  const rpc = { owner: "Node", kind: "method", name: "rpc" } as const;

  test("of a member ends with a link to the class reference", () => {
    expect(documentation.member({ ...rpc, description: "Calls." })).toEqual([
      "/**",
      " * Calls.",
      " *",
      ` * [Class reference](${page}/class_node.html#class-node-method-rpc)`,
      " */",
    ]);
  });

  test("of a class is its summary and its description", () => {
    expect(documentation.class("Node", "In short.", "At length.")).toEqual([
      "/**",
      " * In short.",
      " *",
      " * At length.",
      " *",
      ` * [Class reference](${page}/class_node.html#class-node)`,
      " */",
    ]);
  });

  test.each([
    [
      "operator",
      "* Transform2D",
      "class_vector2.html#class-vector2-operator-mul-transform2d",
      "Vector2",
    ],
    ["operator", "unary-", "class_vector2.html#class-vector2-operator-unminus", "Vector2"],
    ["method", "_ready", "class_node.html#class-node-private-method-ready", "Node"],
    ["property", "process_mode", "class_node.html#class-node-property-process-mode", "Node"],
    ["signal", "tree_exiting", "class_node.html#class-node-signal-tree-exiting", "Node"],
    ["constant", "MODE_A", "class_node.html#class-node-constant-mode-a", "Node"],
    [
      "method",
      "deg_to_rad",
      "class_@globalscope.html#class-globalscope-method-deg-to-rad",
      globalScope,
    ],
  ] as const)("of a %s links to the place of %s", (kind, name, place, owner) => {
    const comment = documentation.member({ owner, kind, name, description: "x" });

    expect(comment).toContain(` * [Class reference](${page}/${place})`);
  });

  test("of a member has more to say, where there is more", () => {
    const comment = documentation.member({ ...rpc, description: "Calls.", note: "Any time." });

    expect(comment.slice(1, 4)).toEqual([" * Calls.", " *", " * Any time."]);
    expect(documentation.member({ ...rpc, note: "Any time." })).toEqual(["/** Any time. */"]);
  });

  test("of an enum is a link, since the reference describes its values only", () => {
    expect(documentation.enum("Node", "ProcessMode")).toEqual([
      `/** [Class reference](${page}/class_node.html#enum-node-processmode) */`,
    ]);
  });

  test("of a member that nothing is said about is none", () => {
    expect(documentation.member(rpc)).toEqual([]);
    expect(documentation.class("Node", "", "")).toEqual([]);
  });

  test("of an accessor names the property", () => {
    expect(documentation.accessor("Node", "Reads", "process_mode")).toEqual([
      "/** Reads {@link Node.processMode | processMode}. */",
    ]);
  });

  test("tells what is at an address", () => {
    const address = (type: string) =>
      documentation.member({ ...rpc, arguments: [{ name: "audio_buffer", type }] }).join("");

    expect(address("const uint8_t **")).toBe(
      "/** @param audioBuffer - An address in C, which native code can use: `const uint8_t **` */",
    );
    expect(address("const AudioFrame*")).toBe(
      "/** @param audioBuffer - An address in C, which native code can use: `const AudioFrame*`, to `{ float left; float right; }` */",
    );
  });

  test("says that a member is deprecated", () => {
    expect(
      documentation.member({ ...rpc, description: "Deprecated. Use [member offset]." }),
    ).toContain(" * @deprecated Use {@link Node.offset | offset}.");
    expect(documentation.member({ ...rpc, description: "Deprecated." })).toContain(
      " * @deprecated It may go in a later version.",
    );
    expect(
      documentation.member({ ...rpc, description: "Deprecated. Use this.\nOr that." }).slice(-4),
    ).toEqual([" * @deprecated Use this.", " *", " * Or that.", " */"]);
  });
});

describe("the default of an argument", () => {
  test.each([
    ["int", "-1", "-1"],
    ["float", "1.0", "1"],
    ["bool", "true", "true"],
    ["String", '"a, b"', '"a, b"'],
    ["StringName", '&""', '""'],
    ["NodePath", 'NodePath("")', '""'],
    ["Node", "null", "null"],
    ["Array", "[]", "[]"],
    ["typedarray::RID", "Array[RID]([])", "[]"],
    ["PackedStringArray", "PackedStringArray()", "new PackedStringArray()"],
    ["PackedInt32Array", "PackedInt32Array()", "new Int32Array()"],
    ["RID", "RID()", "new RID()"],
    ["Vector2", "Vector2(0, -1)", "Vector2.UP"],
    ["Vector2", "Vector2(0, 0)", "new Vector2()"],
    ["Vector2", "Vector2(3, 4)", "new Vector2(3, 4)"],
    ["enum::Node.ProcessMode", "3", "Node.PROCESS_MODE_ALWAYS"],
    ["enum::Node.ProcessMode", "77", "77"],
    ["enum::Error", "0", "OK"],
    ["bitfield::Input.Mask", "1", "Input.MASK_A"],
    ["bitfield::Input.Mask", "0", "0"],
  ])("of type %s, %s, is written %s", (type, value, expected) => {
    const argument = { name: "some_value", type, default_value: value };
    const comment = documentation.member({
      owner: "Node",
      kind: "method",
      name: "rpc",
      arguments: [{ name: "first", type: "int" }, argument],
    });

    expect(comment).toEqual([`/** @param someValue - Default: \`${expected}\` */`]);
  });

  test("of several bits names each", () => {
    const mask = {
      name: "Mask",
      values: [1, 2, 4].map((value) => ({ name: `BIT_${value}`, value })),
    };
    const classes = api.classes.map((each) =>
      each.name === "Input" ? { ...each, enums: [mask] } : each,
    );
    const comment = new Documentation(engineModel({ ...api, classes })).member({
      owner: "Node",
      kind: "method",
      name: "rpc",
      arguments: [{ name: "mask", type: "bitfield::Input.Mask", default_value: "5" }],
    });

    expect(comment).toEqual(["/** @param mask - Default: `Input.BIT_1 | Input.BIT_4` */"]);
  });
});
