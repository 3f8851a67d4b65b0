import { writeFileSync } from "node:fs";
import { bundleScripts, makeEditorProject, readEditor } from "./editor-project";

const script = `
import { Node2D, type Signal } from "godot";
import { constant, enumeration, method, property, register, signal, t, virtual } from "godot-ts";

enum Socket {
  /** Turned in. */
  SCREW,
  /** Pushed in. */
  PIN,
}

/**
 * A lamp, 灯.
 *
 * It shines, see {@link shineAt} and {@link Bulb}.
 *
 * @deprecated Use the sun.
 */
@register()
export class Lamp extends Node2D {
  @enumeration static readonly Socket = Socket;

  /** No lamp is brighter, see {@link Socket}. */
  @constant static readonly MAX_BRIGHTNESS = 9000;

  /** How bright it is, in \`lumen\`. */
  @property(t.int) accessor brightness = 800;

  /** It is on. */
  @signal(t.int) readonly litUp!: Signal<[brightness: number]>;

  /**
   * Shines at something.
   * @param theTarget - what is to be seen
   */
  @method({ args: [t.object(Node2D)] })
  shineAt(theTarget: Node2D): void {
    theTarget.show();
  }

  /** Somebody asks, {@link Socket.PIN | or not}, in {@link Node.PROCESS_MODE_ALWAYS}. */
  @virtual({ args: [t.string], returns: t.int })
  _answer(theQuestion: string): number {
    return theQuestion.length;
  }

  @method()
  secret(): void {}
}

/** Named otherwise in Godot. */
@register({ name: "Bulb" })
export default class extends Lamp {
  @method({ args: [t.object(Node2D)] })
  override shineAt(theTarget: Node2D): void {
    super.shineAt(theTarget);
  }
}
`;

/** The text of each page, by its class. */
const pages = new Map<string, string>();
let icons: string[];

beforeAll(async () => {
  const project = makeEditorProject("editor-help");
  writeFileSync(`${project}/scripts/lamp.ts`, script);
  bundleScripts(project);
  const scene = "res://scenes/coins.tscn";
  const classes = ["Lamp", "Bulb", "AsyncTask", "AsyncExecutorDriver", "Async", "AsyncResponse"];
  const shown = await readEditor(project, [
    ...classes.map((name) => `help=${name}`),
    `icons=${scene}`,
  ]);
  // The help sets its text with word joiners and several kinds of space.
  for (const name of classes) {
    const text = shown.get(`help=${name}`) ?? "";
    pages.set(name, text.replace(/\p{Cf}/gu, "").replace(/\s+/g, " "));
  }
  icons = (shown.get(`icons=${scene}`) ?? "").trim().split("\n");
});

test("a class's comment is in the help, with its links and with why it is deprecated", () => {
  expect(pages.get("Lamp")).toContain("A lamp, 灯.");
  expect(pages.get("Lamp")).toContain("It shines, see shine_at() and Bulb.");
  expect(pages.get("Lamp")).toContain("Deprecated: Use the sun.");
});

test("its properties, signals and methods are told of by their names in Godot", () => {
  const page = pages.get("Lamp");
  expect(page).toContain("intbrightness [default: 800]");
  expect(page).toContain("How bright it is, in lumen.");
  expect(page).toContain("lit_up(brightness: int) It is on.");
  expect(page).toContain("shine_at(the_target: Node2D) Shines at something. the_target: what is");
});

test("its constants, the values of its enums and what scripts may override are told of", () => {
  const page = pages.get("Lamp");
  expect(page).toContain("MAX_BRIGHTNESS = 9000 No lamp is brighter, see Socket.");
  expect(page).toMatch(/enum Socket:.*SCREW = 0 Turned in\..*PIN = 1 Pushed in\./);
  expect(page).toContain(
    "_answer(the_question: String) virtual Somebody asks, or not (PIN), in Node.PROCESS_MODE_ALWAYS.",
  );
});

test("a method without a comment is there, with its class's other members", () => {
  expect(pages.get("Lamp")).toContain("secret() There is currently no description");
});

test("a method that overrides another has that one's comment", () => {
  expect(pages.get("Bulb")).toContain("Named otherwise in Godot.");
  expect(pages.get("Bulb")).toContain("shine_at(the_target: Node2D) Shines at something.");
});

test("the addon's own classes are documented", () => {
  const page = pages.get("AsyncTask");
  expect(page).toContain("is_valid(extended: bool = false) Whether the task waits");
  expect(page).toContain("completed(result: Variant) The task has ended");
  expect(pages.get("AsyncExecutorDriver")).toContain("The node that runs tasks");
  expect(pages.get("AsyncResponse")).toContain("bytes() The body as it is.");
});

test("the methods of Async are documented, with its clocks", () => {
  const page = pages.get("Async");
  expect(page).toContain(
    "AsyncTask delay(seconds: float, clock: int = 0) Completes when the seconds",
  );
  expect(page).toContain("AsyncTask next_frame() Completes in the next frame");
  expect(page).toContain("cancel_all(node: Node) Cancels all tasks that belong to a node");
  expect(page).toMatch(/enum Clock:.*CLOCK_REAL = 2 The time of the clock on the wall/);
});

test("a class has its icon in the scene tree, and so has a script that extends it", () => {
  expect(icons).toContain("Silver res://scripts/coins/coin.svg");
  expect(icons).toContain("Gold res://scripts/coins/coin.svg");
  expect(icons).toContain("Magpie res://scripts/coins/magpie.svg");
});
