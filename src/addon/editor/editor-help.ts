// What the editor's help tells about registered classes: the doc comments of their scripts, which
// bundling has put beside the bundle. In a game nothing of it is read.
import { ClassDB, type Dictionary, Engine, FileAccess, type Array as GodotArray } from "godot";
import { type ClassComments, docCommentsPath } from "../../editor-help/doc-comments";
import type { ClassHelp, MemberHelp, References } from "../../editor-help/render";
import { type ClassDescription, type Constructor, native } from "../../godot";
import { type MemberKind, type Registration, registrationOf } from "../classes/registered-classes";
import { snakeCase } from "../classes/snake-case";
import { loadModule } from "../game/load-module";
import { reportError } from "../log/report";

const runtime = "res://addons/godot_ts/runtime/godot-ts.js";
const renderer = "res://addons/godot_ts/runtime/editor-help.js";

interface Documented {
  readonly Class: Constructor;
  readonly base: string;
  readonly registration: Registration;
}

/** By the names that scripts give classes. */
const comments = new Map<string, ClassComments>();
/** By the names that Godot has for classes. */
const documented = new Map<string, Documented>();

/** Reads the comments of a bundle that is about to run. A file that is damaged is told, and left. */
export function readDocComments(bundle: string): void {
  const path = docCommentsPath(bundle);
  if (!Engine.isEditorHint() || !FileAccess.fileExists(path)) return;
  try {
    const classes = JSON.parse(FileAccess.getFileAsString(path)) as readonly ClassComments[];
    for (const each of classes) comments.set(each.registeredName ?? each.className, each);
  } catch (error) {
    reportError(error, path);
  }
}

/**
 * In the editor, has the help tell of a registered class, and gives its description with the names
 * that parameters have in the script. In a game, gives the description as it is.
 */
export function withHelp(Class: Constructor, description: ClassDescription): ClassDescription {
  const registration = registrationOf(Class);
  if (!Engine.isEditorHint() || registration === undefined) return description;
  if (documented.size === 0) readDocComments(runtime);
  documented.set(description.name, { Class, base: description.base, registration });
  return withParameterNames(Class, registration, description);
}

/** Gives the help what there is to tell. For when the editor can take it, and the classes are there. */
export function showHelp(): void {
  if (documented.size === 0) return;
  const { classReference } = loadModule(renderer) as typeof import("../../editor-help/render");
  for (const each of documented.values()) {
    native.loadHelp(classReference(helpOn(each), references));
  }
}

function helpOn({ Class, base, registration }: Documented): ClassHelp {
  const text = commentsOf(Class)?.text;
  const membersOfKind = (...kinds: readonly MemberKind[]): MemberHelp[] =>
    [...registration.members]
      .filter(([, { kind }]) => kinds.includes(kind))
      .map(([name, { member }]) => {
        const said = memberText(Class, member);
        return { name, ...(said !== undefined && { text: said }) };
      });
  return {
    name: registration.name,
    base,
    ...(text !== undefined && { text }),
    methods: membersOfKind("method", "virtual method"),
    properties: membersOfKind("property"),
    signals: membersOfKind("signal"),
    constants: membersOfKind("constant"),
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
  return comments.get(registrationOf(Class)?.name ?? "") ?? comments.get(Class.name);
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

/** Those that the bundle says may be missing, or minified. */
function withParameterNames(
  Class: Constructor,
  { members }: Registration,
  description: ClassDescription,
): ClassDescription {
  const named = <M extends ClassDescription["signals"][number]>(each: M): M => {
    const member = members.get(each.name)?.member ?? "";
    const names = commentsOf(Class)?.members[member]?.parameters ?? [];
    const args = each.arguments.map((argument, index) => {
      const name = names[index];
      return name === undefined ? argument : { ...argument, name: snakeCase(name) };
    });
    return { ...each, arguments: args };
  };
  return {
    ...description,
    methods: description.methods.map(named),
    scriptVirtuals: description.scriptVirtuals.map(named),
    signals: description.signals.map(named),
  };
}

const references: References = {
  className(name) {
    for (const { Class, registration } of documented.values()) {
      if (Class.name === name || registration.name === name) return registration.name;
    }
    return ClassDB.classExists(name) ? name : undefined;
  },
  member(className, member) {
    for (let owner = className; owner !== ""; owner = ClassDB.getParentClass(owner)) {
      for (const name of namesOf(owner, member)) {
        const kind = kindOf(owner, name);
        if (kind !== undefined) return { owner, name, kind };
      }
    }
    return undefined;
  },
};

/** What Godot may call a member that a comment refers to, such as `takeAll` or `Kind.GOLD`. */
function namesOf(className: string, member: string): string[] {
  const members = documented.get(className)?.registration.members ?? [];
  const own = [...members].filter(([, each]) => each.member === member).map(([name]) => name);
  return [...own, snakeCase(member), member.slice(member.lastIndexOf(".") + 1)];
}

/** What a member of the class itself is, as links in the help say it. */
function kindOf(className: string, name: string) {
  const isIn = (list: GodotArray<Dictionary>) =>
    [...list].some((each) => each.get("name") === name);
  if (isIn(ClassDB.classGetSignalList(className, true))) return "signal";
  if (isIn(ClassDB.classGetPropertyList(className, true))) return "member";
  if (isIn(ClassDB.classGetMethodList(className, true))) return "method";
  if (ClassDB.classGetEnumList(className, true).includes(name)) return "enum";
  return ClassDB.classHasIntegerConstant(className, name) ? "constant" : undefined;
}
