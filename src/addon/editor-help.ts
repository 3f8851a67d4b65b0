// What the editor's help tells about registered classes: the doc comments of their scripts, which
// bundling has put beside the bundle. In a game nothing of it is read.
import { ClassDB, type Dictionary, Engine, FileAccess, type Array as GodotArray } from "godot";
import { type ClassComments, docCommentsPath } from "../editor-help/doc-comments";
import type { ClassHelp, MemberHelp, MemberKind, References } from "../editor-help/render";
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
  return withParameterNames(Class, description);
}

/** Gives the help what there is to tell. For when the editor can take it, and the classes are there. */
export function showHelp(): void {
  if (documented.size === 0) return;
  const { classReference } = loadModule(renderer) as typeof import("../editor-help/render");
  for (const { Class, description } of documented.values()) {
    native.loadHelp(classReference(helpOn(Class, description), references));
  }
}

function helpOn(Class: Constructor, description: ClassDescription): ClassHelp {
  const { name, base, methods, properties, signals } = description;
  const help = (each: { name: string; member?: string | undefined }): MemberHelp => {
    const text = each.member === undefined ? undefined : memberText(Class, each.member);
    return { name: each.name, ...(text !== undefined && { text }) };
  };
  const text = commentsOf(Class)?.text;
  return {
    name,
    base,
    ...(text !== undefined && { text }),
    methods: methods.map(help),
    properties: properties.map(({ info: [{ name }], member }) => help({ name, member })),
    signals: signals.map(help),
    constants: [],
  };
}

/** What the comment of a member says: the class's own, or one in a class that it extends. */
function memberText(Class: Constructor, member: string): string | undefined {
  for (const each of ancestry(Class)) {
    const text = commentsOf(each)?.members[member]?.text;
    if (text !== undefined) return text;
  }
  return undefined;
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
        name:
          argument.name === `arg${index}`
            ? snakeCase(names[index] ?? argument.name)
            : argument.name,
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
    for (let owner = className; owner !== ""; owner = ClassDB.getParentClass(owner)) {
      const name = memberName(owner, member);
      const kind = kindOf(owner, name);
      if (kind !== undefined) return { owner, name, kind };
    }
    return undefined;
  },
};

/** What Godot calls a member that a comment refers to. */
function memberName(className: string, member: string): string {
  const description = documented.get(className)?.description;
  const own = [...(description?.methods ?? []), ...(description?.signals ?? [])];
  return own.find((each) => each.member === member)?.name ?? snakeCase(member);
}

/** What a member of the class itself is. */
function kindOf(className: string, name: string): MemberKind | undefined {
  const isIn = (list: GodotArray<Dictionary>) =>
    [...list].some((each) => each.get("name") === name);
  if (isIn(ClassDB.classGetSignalList(className, true))) return "signal";
  if (isIn(ClassDB.classGetPropertyList(className, true))) return "member";
  if (isIn(ClassDB.classGetMethodList(className, true))) return "method";
  return ClassDB.classHasIntegerConstant(className, name) ? "constant" : undefined;
}
