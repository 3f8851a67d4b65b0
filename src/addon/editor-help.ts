// What the editor's help tells about registered classes: the doc comments of their scripts, which
// bundling has put beside the bundle. In a game nothing of it is read.
import { ClassDB, Engine, FileAccess } from "godot";
import { type ClassComments, docCommentsPath } from "../editor-help/doc-comments";
import type { MemberHelp, MemberKind, References } from "../editor-help/render";
import { type ClassDescription, type Constructor, native } from "../godot";
import { loadModule } from "./load-module";
import { registeredName } from "./registered-classes";
import { snakeCase } from "./snake-case";

const runtime = "res://addons/godot_ts/runtime/godot-ts.js";
const renderer = "res://addons/godot_ts/runtime/editor-help.js";

interface Documented {
  readonly Class: Constructor;
  readonly description: ClassDescription;
}

/** By the names that scripts give classes. */
const comments = new Map<string, ClassComments>();
const documented = new Map<string, Documented>();
let isEditorThere = false;

/** Reads the comments of a bundle that is about to run. */
export function readDocComments(bundle: string): void {
  const path = docCommentsPath(bundle);
  if (!Engine.isEditorHint() || !FileAccess.fileExists(path)) return;
  const classes = JSON.parse(FileAccess.getFileAsString(path)) as readonly ClassComments[];
  for (const each of classes) comments.set(each.registeredName ?? each.className, each);
}

/**
 * In the editor, has the help tell of a class, and gives its description with the names that its
 * parameters have in the script. In a game, gives the description as it is.
 */
export function withHelp(Class: Constructor, description: ClassDescription): ClassDescription {
  if (!Engine.isEditorHint()) return description;
  if (documented.size === 0) readDocComments(runtime);
  documented.set(description.name, { Class, description });
  if (isEditorThere) show([{ Class, description }]);
  return withParameterNames(Class, description);
}

/** The editor can take help now. */
export function showHelp(): void {
  isEditorThere = true;
  show([...documented.values()]);
}

function show(classes: readonly Documented[]): void {
  if (classes.length === 0) return;
  const { classReference } = loadModule(renderer) as typeof import("../editor-help/render");
  for (const { Class, description } of classes) {
    const { name, base } = description;
    const help = (each: { name: string; member?: string | undefined }): MemberHelp => ({
      name: each.name,
      ...textOf(Class, each.member),
    });
    const xml = classReference(
      {
        name,
        base,
        ...textOf(Class),
        methods: description.methods.map(help),
        properties: description.properties.map(({ info: [{ name }], member }) =>
          help({ name, member }),
        ),
        signals: description.signals.map(help),
      },
      references,
    );
    native.loadHelp(xml);
  }
}

/** What the comment of a class says, or of its member, which may be in a class that it extends. */
function textOf(Class: Constructor, member?: string): { readonly text?: string } {
  if (member === undefined) {
    const text = commentsOf(Class)?.text;
    return text === undefined ? {} : { text };
  }
  for (const each of ancestry(Class)) {
    const text = commentsOf(each)?.members[member]?.text;
    if (text !== undefined) return { text };
  }
  return {};
}

function commentsOf(Class: Constructor): ClassComments | undefined {
  return comments.get(registeredName(Class) ?? "") ?? comments.get(Class.name);
}

function* ancestry(Class: Constructor): Iterable<Constructor> {
  for (
    let each: Constructor | null = Class;
    typeof each === "function";
    each = Object.getPrototypeOf(each)
  ) {
    yield each;
  }
}

function withParameterNames(Class: Constructor, description: ClassDescription): ClassDescription {
  const named = <M extends Pick<ClassDescription["signals"][number], "member" | "arguments">>(
    each: M,
  ): M => {
    const names = commentsOf(Class)?.members[each.member ?? ""]?.parameters ?? [];
    return {
      ...each,
      arguments: each.arguments.map((argument, index) => ({
        ...argument,
        // One that was given a name keeps it.
        name: argument.name === `arg${index}` ? snakeCase(names[index] ?? argument.name) : argument.name,
      })),
    };
  };
  return {
    ...description,
    methods: description.methods.map(named),
    signals: description.signals.map(named),
  };
}

const references: References = {
  className(name) {
    for (const { Class, description } of documented.values()) {
      if (Class.name === name || description.name === name) return description.name;
    }
    return ClassDB.classExists(name) ? name : undefined;
  },
  member(className, member) {
    const name = memberName(className, member);
    const kind = kindOf(className, name);
    return kind === undefined ? undefined : { name, kind };
  },
};

/** What Godot calls a member that a comment refers to. */
function memberName(className: string, member: string): string {
  const description = documented.get(className)?.description;
  const own = [...(description?.methods ?? []), ...(description?.signals ?? [])];
  return own.find((each) => each.member === member)?.name ?? snakeCase(member);
}

function kindOf(className: string, name: string): MemberKind | undefined {
  if (ClassDB.classHasSignal(className, name)) return "signal";
  if (ClassDB.classGetPropertyList(className).toJS().some((each) => nameIn(each) === name)) {
    return "member";
  }
  if (ClassDB.classHasMethod(className, name)) return "method";
  return ClassDB.classHasIntegerConstant(className, name) ? "constant" : undefined;
}

function nameIn(property: unknown): unknown {
  return (property as Readonly<Record<string, unknown>>).name;
}
