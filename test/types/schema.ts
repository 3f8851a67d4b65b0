/**
 * What a schema asks of the members of a class: the compiler is the test, nothing here runs.
 */
import {
  Callable,
  Color,
  Control,
  type Dictionary,
  Array as GodotArray,
  Label,
  Node,
  Node2D,
  type PackedStringArray,
  type PackedVector2Array,
  RefCounted,
  type Signal,
  type Sprite2D,
  Texture2D,
  TYPE_INT,
  type Variant,
  Vector2,
  Vector2i,
} from "godot";
import { method, property, type Schema, signal, type TypeOf, t } from "godot-ts";
import { expectExactly } from "./expect-type";

declare function typeOf<T>(schema: Schema<T>): T;

enum Mood {
  CALM,
  ANGRY = 5,
}

// What each is here
expectExactly<boolean>()(typeOf(t.bool));
expectExactly<number>()(typeOf(t.int));
expectExactly<number | bigint>()(typeOf(t.int64));
expectExactly<number>()(typeOf(t.float));
expectExactly<string>()(typeOf(t.stringName));
expectExactly<string>()(typeOf(t.nodePath));
expectExactly<Vector2i>()(typeOf(t.vector2i));
expectExactly<Color>()(typeOf(t.color));
expectExactly<Callable>()(typeOf(t.callable));
expectExactly<Signal>()(typeOf(t.signal));
expectExactly<Dictionary>()(typeOf(t.dictionary));
expectExactly<GodotArray>()(typeOf(t.array));
expectExactly<Variant>()(typeOf(t.variant));
expectExactly<Node2D>()(typeOf(t.object(Node2D)));
expectExactly<Label | null>()(typeOf(t.node(Label)));
expectExactly<Label | null>()(typeOf(t.node(() => Label)));
expectExactly<Texture2D | null>()(typeOf(t.resource(Texture2D)));
expectExactly<Node2D | null>()(typeOf(t.nullable(t.object(Node2D))));
expectExactly<PackedVector2Array>()(typeOf(t.packedVector2Array));
expectExactly<PackedStringArray>()(typeOf(t.packedStringArray.of(t.file("*.png"))));
expectExactly<GodotArray<number>>()(typeOf(t.arrayOf(t.int)));
expectExactly<GodotArray<Label | null>>()(typeOf(t.arrayOf(t.node(Label))));
expectExactly<Dictionary<string, Vector2>>()(typeOf(t.dictionaryOf(t.string, t.vector2)));
expectExactly<Mood>()(typeOf(t.enum(Mood)));
expectExactly<0 | 5>()(typeOf(t.enum({ calm: 0, angry: 5 })));
expectExactly<"slow" | "fast">()(typeOf(t.enum(["slow", "fast"])));
expectExactly<Node.ProcessMode>()(typeOf(t.enumOf(Node.ProcessMode)));
expectExactly<Control.SizeFlags>()(typeOf(t.flagsOf(Control.SizeFlags)));
expectExactly<number>()(typeOf(t.flags("Fire", "Water")));
expectExactly<number>()(typeOf(t.range(1, 100)));
expectExactly<Vector2>()(typeOf(t.range(0, 1, { type: t.vector2 })));
expectExactly<string>()(typeOf(t.multiline));
expectExactly<Callable>()(typeOf(t.toolButton("Shuffle")));
expectExactly<string | undefined>()(typeOf(t.optional(t.string)));
expectExactly<string>()(typeOf(t.optional(t.string, "gold")));
expectExactly<number>()(0 as TypeOf<typeof t.float>);
// @ts-expect-error a node is no resource
t.resource(Node);
// @ts-expect-error a resource is no node
t.node(Texture2D);
// @ts-expect-error a string has no components
t.link(t.string);
// @ts-expect-error the default is of another type
t.optional(t.int, "1");
// @ts-expect-error an int alone may be anything
t.nullable(t.int);

class Properties extends Node2D {
  @property(t.int) accessor int = 3;
  @property(t.range(0, 1, { step: 0.1 })) accessor ratio = 0.5;
  @property(t.node(Label)) accessor label: Label | null = null;
  @property(t.node(() => Properties)) accessor next: Properties | null = null;
  @property(t.enum(Mood)) accessor mood: Mood = Mood.CALM;
  @property(t.enumOf(Node.ProcessMode)) accessor mode: Node.ProcessMode = Node.PROCESS_MODE_ALWAYS;
  @property(t.arrayOf(t.int)) accessor scores: GodotArray<number> =
    GodotArray.typed<number>(TYPE_INT);
  @property(t.vector2, { storage: false }) accessor offset = Vector2.ZERO;
  @property(t.packedByteArray) accessor bytes = new Uint8Array(1);
  @property(t.packedFloat32Array) accessor floats: Float32Array = new Float32Array(1);
  @property(t.variant) accessor anything: Variant = null;
  @property(t.float) get half(): number {
    return this.ratio / 2;
  }
  set half(value: number) {
    this.ratio = value * 2;
  }
  // What is only read may be narrower.
  @property(t.node(Node)) get target(): Label {
    return new Label();
  }

  // @ts-expect-error a string is no int
  @property(t.int) accessor text = "no";
  // @ts-expect-error an int is no string
  @property(t.string) accessor number = 3;
  // @ts-expect-error GDScript may set null
  @property(t.node(Label)) accessor never: Label = new Label();
  // @ts-expect-error GDScript never sets null
  @property(t.object(Label)) accessor nullable: Label | null = null;
  // @ts-expect-error GDScript may set any node
  @property(t.node(Node)) accessor narrower: Label | null = null;
  // @ts-expect-error GDScript may not set any node
  @property(t.node(Label)) accessor wider: Node | null = null;
  // @ts-expect-error GDScript may set others of the enum
  @property(t.enum(Mood)) accessor calm: Mood.CALM = Mood.CALM;
  // @ts-expect-error items of another type
  @property(t.arrayOf(t.int)) accessor names: GodotArray<string> = new GodotArray<string>();
  // @ts-expect-error a packed array of another type
  @property(t.packedByteArray) accessor doubles = new Float64Array(1);
  // @ts-expect-error GDScript may set anything
  @property(t.variant) accessor nothing = null;
  // @ts-expect-error a vector of ints
  @property(t.vector2) accessor place = Vector2i.ZERO;
  // @ts-expect-error no such option
  @property(t.int, { store: false }) accessor typo = 3;
  // @ts-expect-error a getter of another type
  @property(t.int) get word(): string {
    return "";
  }
  // @ts-expect-error a field is not seen when it is set
  @property(t.int) field = 3;
}

class Methods extends RefCounted {
  @method() nothing(): void {}
  @method({ returns: t.int }) async later(): Promise<number> {
    return 3;
  }
  @method({ args: [t.int, t.optional(t.string, "a")], returns: t.string })
  both(n: number, text: string): string {
    return text.repeat(n);
  }
  @method({ args: [t.optional(t.string)] }) maybe(_text?: string): void {}
  // What takes more than GDScript may give is fine.
  @method({ args: [t.object(Label)] }) wide(_node: Node): void {}

  // @ts-expect-error the result is a string
  @method({ returns: t.int }) word(): string {
    return "";
  }
  // @ts-expect-error the result comes later, and is a string
  @method({ returns: t.int }) async words(): Promise<string> {
    return "";
  }
  // @ts-expect-error the argument is a number
  @method({ args: [t.string] }) count(_n: number): void {}
  // @ts-expect-error the argument may be another node
  @method({ args: [t.object(Node)] }) narrow(_node: Sprite2D): void {}
  // @ts-expect-error the argument may be null
  @method({ args: [t.node(Label)] }) some(_node: Label): void {}
  // @ts-expect-error the argument may be left out
  @method({ args: [t.optional(t.string)] }) always(_text: string): void {}
  // @ts-expect-error one argument is not described
  @method({ args: [t.int] }) two(_a: number, _b: number): void {}
}

class Signals extends RefCounted {
  @signal() readonly done!: Signal<[]>;
  @signal(t.int, t.node(Label)) readonly collected!: Signal<[worth: number, by: Label | null]>;
  @signal({ worth: t.int, by: t.node(Label) })
  readonly named!: Signal<[worth: number, by: Label | null]>;
  @signal({ worth: t.int }, { name: "was_renamed" }) readonly renamed!: Signal<[worth: number]>;
  @signal(t.variant) readonly anything!: Signal<[value: Variant]>;

  // @ts-expect-error another argument
  @signal(t.int) readonly wrong!: Signal<[name: string]>;
  // @ts-expect-error another argument
  @signal({ worth: t.int }) readonly wrongToo!: Signal<[name: string]>;
  // @ts-expect-error an argument too few
  @signal({ worth: t.int, by: t.int }) readonly fewer!: Signal<[worth: number]>;
  // @ts-expect-error no such option
  @signal({ worth: t.int }, { nam: "was_renamed" }) readonly typo!: Signal<[worth: number]>;
  // @ts-expect-error an argument too many
  @signal(t.int) readonly many!: Signal<[a: number, b: number]>;
  // @ts-expect-error an argument too few
  @signal(t.int) readonly few!: Signal<[]>;
  // @ts-expect-error listeners may get any node
  @signal(t.object(Node)) readonly narrow!: Signal<[node: Label]>;
  // @ts-expect-error any node may be emitted
  @signal(t.object(Label)) readonly wide!: Signal<[node: Node]>;
  // @ts-expect-error the field is no signal
  @signal(t.int) readonly count!: number;
}

expectExactly<number>()(new Properties().half);
new Methods().both(1, "a");
new Signals().collected.emit(3, null);
Callable.from(() => Color.RED);
