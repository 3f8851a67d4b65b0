// What the decorators of a class's members have said, until @register collects it.
import type { Schema, UsageOptions } from "./schema";

export interface MethodOptions {
  /** What Godot calls it. By default the member's name in snake_case. */
  readonly name?: string | undefined;
  /** The parameters, in order. By default none. */
  readonly args?: readonly Schema[] | undefined;
  /** The result; of an async method, what its task completes with. By default nothing. */
  readonly returns?: Schema | undefined;
}

export interface MethodMember {
  readonly member: string;
  readonly isStatic: boolean;
  readonly options: MethodOptions;
}

export interface SignalMember {
  readonly member: string;
  readonly args: readonly Schema[];
}

export interface PropertyMember {
  readonly member: string;
  readonly schema: Schema;
  readonly options: UsageOptions;
}

export interface ClassMembers {
  readonly methods: MethodMember[];
  readonly signals: SignalMember[];
  readonly properties: PropertyMember[];
}

const key = Symbol("godot-ts.members");

/** The members of the class that a decorator's `context.metadata` belongs to, itself alone. */
export function membersOf(metadata: DecoratorMetadataObject): ClassMembers {
  const holder = metadata as Record<symbol, ClassMembers | undefined>;
  const own = Object.hasOwn(holder, key) ? holder[key] : undefined;
  const members = own ?? { methods: [], signals: [], properties: [] };
  holder[key] = members;
  return members;
}
