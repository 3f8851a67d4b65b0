import type { ClassModel, EngineModel } from "../class-model";
import { memberName, variableName } from "../names";
import { onlineClass, onlineMember, type ReferenceKind } from "./online-reference";

/** The class reference's name for what is in no class. */
export const globalScope = "@GlobalScope";

/** Something that the class reference speaks of, in our words. */
interface Target {
  /** The name to show. */
  readonly label: string;
  /** Where the declarations have it; an editor's hover leads there. */
  readonly declaration?: string;
  /** Where the online reference has it. */
  readonly online?: string;
}

/** What a reference may point to, by the engine's name. */
type Members = Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>>;

/**
 * Finds what the class reference's text refers to, and writes it in Markdown: as a link to the
 * declaration where there is one, else to the online reference, else as code.
 */
export class References {
  readonly #members = new Map<string, Members>();
  readonly #bases = new Map<string, string>();
  /** How the declarations call the exported builtin types. */
  readonly #builtins: ReadonlyMap<string, string>;
  /** All that the online reference has a page for. */
  readonly #pages: ReadonlySet<string>;

  constructor(model: EngineModel) {
    for (const each of model.classes) {
      this.#members.set(each.api.name, classMembers(each));
      this.#bases.set(each.api.name, each.api.inherits ?? "");
    }
    this.#members.set(globalScope, globalMembers(model));
    this.#builtins = new Map([
      ...Object.keys(model.values).map((name) => [name, name] as const),
      ...handles,
    ]);
    this.#pages = new Set([
      ...this.#members.keys(),
      ...model.api.builtin_classes.map((each) => each.name),
      "Variant",
      "@GDScript",
    ]);
  }

  /** Whether that is the name of a class or of a builtin type, or can be one of another engine. */
  isClass(name: string): boolean {
    return this.#pages.has(name) || /^[A-Z]\w*[a-z]\w*$/.test(name);
  }

  /** A class or a builtin type, as seen from a class. */
  toClass(name: string, from: string): string {
    if (name === from) return code(name);
    if (this.#bases.has(name)) return write({ label: name, declaration: name });
    const declaration = this.#builtins.get(name);
    if (declaration !== undefined) return write({ label: name, declaration });
    return this.#pages.has(name) ? write({ label: name, online: onlineClass(name) }) : code(name);
  }

  /**
   * A member, as seen from a class.
   *
   * @param reference - `Node.add_child`, or `add_child` of the class itself or of the global scope.
   */
  toMember(kind: ReferenceKind, reference: string, from: string): string {
    const dot = reference.indexOf(".");
    const isQualified = dot >= 0 && this.isClass(reference.slice(0, dot));
    const owner = isQualified ? reference.slice(0, dot) : from;
    const name = isQualified ? reference.slice(dot + 1) : reference;
    return write(
      this.#inClass(kind, owner, name, from) ??
        // Enums of the global scope are the ones with a dot of their own: `Variant.Type`.
        this.#inGlobalScope(kind, owner === "Variant" ? reference : name, isQualified && owner) ??
        this.#online(kind, owner, name),
    );
  }

  #inClass(kind: ReferenceKind, owner: string, name: string, from: string): Target | undefined {
    for (let each = owner; each !== ""; each = this.#bases.get(each) ?? "") {
      if (each === globalScope) return undefined;
      const ours = this.#members.get(each)?.[kind].get(name);
      if (ours === undefined) continue;
      return {
        label: owner === from ? ours : `${owner}.${ours}`,
        declaration: declarationOf(kind, each, ours),
      };
    }
    return undefined;
  }

  #inGlobalScope(kind: ReferenceKind, name: string, owner: string | false): Target | undefined {
    if (owner !== false && owner !== globalScope && owner !== "Variant") return undefined;
    const ours = this.#members.get(globalScope)?.[kind].get(name);
    return ours === undefined ? undefined : { label: ours, declaration: ours };
  }

  #online(kind: ReferenceKind, owner: string, name: string): Target {
    // What JavaScript has types of its own for has Godot's members only in Godot.
    const isOurs = this.#bases.has(owner) || this.#builtins.has(owner);
    const member = isOurs && !name.includes("/") ? memberName(name) : name;
    const label = owner.startsWith("@") ? member : `${owner}.${member}`;
    if (!this.#pages.has(owner)) return { label };
    return { label, online: onlineMember(owner, kind, name) };
  }
}

/** Builtin types that are handles in JavaScript, and how the declarations call them. */
const handles = [
  ["Array", "GodotArray"],
  ["Callable", "Callable"],
  ["Dictionary", "Dictionary"],
  ["RID", "RID"],
  ["Signal", "Signal"],
  ["Variant", "Variant"],
] as const;

function classMembers({ api, methods, virtuals, properties, signals }: ClassModel): Members {
  const enums = api.enums ?? [];
  const constants = [...(api.constants ?? []), ...enums.flatMap((each) => each.values)];
  return {
    ...noMembers,
    method: new Map([...methods, ...virtuals].map(([ours, { name }]) => [name, ours])),
    property: new Map([...properties].map(([ours, each]) => [each.api.name, ours])),
    signal: new Map([...signals].map(([ours, { name }]) => [name, ours])),
    constant: namesOf(constants),
    enum: namesOf(enums),
  };
}

function globalMembers({ api }: EngineModel): Members {
  const constants = [...api.global_constants, ...api.global_enums.flatMap((each) => each.values)];
  return {
    ...noMembers,
    method: new Map(api.utility_functions.map(({ name }) => [name, variableName(name)])),
    property: namesOf(api.singletons),
    constant: namesOf(constants),
    enum: namesOf(api.global_enums),
  };
}

const noMembers: Members = {
  annotation: new Map(),
  constant: new Map(),
  constructor: new Map(),
  enum: new Map(),
  method: new Map(),
  operator: new Map(),
  property: new Map(),
  signal: new Map(),
};

/** The path that an editor finds a member by: it looks among a class's statics first. */
function declarationOf(kind: ReferenceKind, owner: string, name: string): string {
  const isStatic = kind === "constant" || kind === "enum";
  return !isStatic && name in Function.prototype
    ? `${owner}.prototype.${name}`
    : `${owner}.${name}`;
}

function namesOf(items: readonly { readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(items.map(({ name }) => [name, name]));
}

function write({ label, declaration, online }: Target): string {
  if (declaration === label) return `{@link ${label}}`;
  if (declaration !== undefined) return `{@link ${declaration} | ${label}}`;
  return online === undefined ? code(label) : `[${label}](${online})`;
}

function code(text: string): string {
  return `\`${text}\``;
}
