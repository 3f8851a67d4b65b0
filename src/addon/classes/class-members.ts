// What the decorators of a class's members have said, until @register collects it.
import type { SpawnOptions } from "../../executor";
import type { HeadingDescription } from "../../godot";
import type { Schema, UsageOptions } from "./schema";

export interface MethodOptions {
  /** What Godot calls it. By default the member's name in snake_case. */
  readonly name?: string | undefined;
  /** The parameters, in order. By default none. */
  readonly args?: readonly Schema[] | undefined;
  /** What each argument after `args` must be, where there may be any number of them. */
  readonly rest?: Schema | undefined;
  /** The result; of an async method, what its task completes with. By default nothing. */
  readonly returns?: Schema | undefined;
  /** How the task of an async method is started. By default as {@link spawn} does so. */
  readonly task?: Omit<SpawnOptions, "name"> | undefined;
}

export interface MethodMember {
  readonly member: string;
  readonly isStatic: boolean;
  /** The names of its parameters. */
  readonly parameters: readonly string[];
  readonly options: MethodOptions;
}

/** A method that a script may override. */
export interface VirtualMember {
  readonly member: string;
  readonly parameters: readonly string[];
  readonly options: Omit<MethodOptions, "rest" | "task">;
}

export interface SignalMember {
  readonly member: string;
  /** What Godot calls it. */
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly schema: Schema }[];
}

export interface PropertyMember {
  readonly member: string;
  /** What Godot calls it. */
  readonly name: string;
  readonly schema: Schema;
  readonly usage: UsageOptions;
}

/** A heading of the inspector, in front of a property. */
export type Heading =
  | HeadingDescription
  | { readonly kind: "category"; readonly name: string; readonly prefix: "" };

/** Properties that share the methods by which they are read and written. */
export interface IndexedMember {
  /** The method that reads them. */
  readonly getter: string;
  /** The method that writes them. */
  readonly setter: string | undefined;
  /** The first argument of both, by the property's name in TypeScript. */
  readonly properties: Readonly<Record<string, number>>;
}

export interface EnumMember {
  readonly member: string;
  readonly isBitfield: boolean;
}

export interface ClassMembers {
  readonly methods: MethodMember[];
  readonly virtuals: VirtualMember[];
  readonly signals: SignalMember[];
  readonly properties: PropertyMember[];
  readonly indexed: IndexedMember[];
  /** By the member that they are in front of. */
  readonly headings: Map<string, Heading[]>;
  readonly constants: string[];
  readonly enums: EnumMember[];
  /** Methods that other peers may call. */
  readonly remotes: string[];
}

const key = Symbol("godot-ts.members");

/** The members of the class that a decorator's `context.metadata` belongs to, itself alone. */
export function membersOf(metadata: DecoratorMetadataObject): ClassMembers {
  const holder = metadata as Record<symbol, ClassMembers | undefined>;
  const own = Object.hasOwn(holder, key) ? holder[key] : undefined;
  const members = own ?? {
    methods: [],
    virtuals: [],
    signals: [],
    properties: [],
    indexed: [],
    headings: new Map(),
    constants: [],
    enums: [],
    remotes: [],
  };
  holder[key] = members;
  return members;
}

/**
 * The name of a member that Godot is to see.
 *
 * @param kind what it must be, for the error: `a public method of the instance`.
 * @throws TypeError when it is private, or static where it may not be.
 */
export function visibleName(
  decorator: string,
  context: ClassMemberDecoratorContext,
  kind: string,
  isWanted = !context.static,
): string {
  if (typeof context.name === "string" && !context.private && isWanted) return context.name;
  throw new TypeError(`@${decorator}: ${String(context.name)} must be ${kind}`);
}
