// Which classes of TypeScript are registered, and as what.
import { type Constructor, setClassName } from "../../godot";

/** What a member is to Godot, for messages: `method`. */
export type MemberKind = "method" | "virtual method" | "property" | "signal" | "constant" | "enum";

/** A member that Godot sees, by its name there. */
export interface RegisteredMember {
  readonly kind: MemberKind;
  /** As it is written in TypeScript. */
  readonly member: string;
}

export interface Registration {
  readonly name: string;
  /** The nearest engine class it extends. */
  readonly engineBase: string;
  /** By Godot's names. */
  readonly members: ReadonlyMap<string, RegisteredMember>;
  /** Godot's names of the methods that other peers may call, by ours. */
  readonly remotes: ReadonlyMap<string, string>;
}

const registrations = new Map<Constructor, Registration>();
const refused = new Set<Constructor>();

export function addRegistration(Class: Constructor, registration: Registration): void {
  registrations.set(Class, registration);
  setClassName(Class, registration.name);
}

export function registrationOf(Class: Constructor): Registration | undefined {
  return registrations.get(Class);
}

/** The name a class is registered by; undefined when it isn't. */
export function registeredName(Class: Constructor): string | undefined {
  return registrations.get(Class)?.name;
}

/** Whether some class of TypeScript is registered by that name. */
export function isRegisteredName(name: string): boolean {
  return [...registrations.values()].some((each) => each.name === name);
}

/** A class could not be registered: `new` of it, and of what extends it, throws and says why. */
export function refuseRegistration(Class: Constructor, why: unknown): void {
  refused.add(Class);
  class Refused {
    constructor() {
      throw new TypeError(`new ${Class.name}(): the class could not be registered`, { cause: why });
    }
  }
  // What `super()` calls.
  Object.setPrototypeOf(Refused, Object.getPrototypeOf(Class));
  Object.setPrototypeOf(Class, Refused);
}

/** Whether a class was to be registered and could not. */
export function isRefused(Class: Constructor): boolean {
  return refused.has(Class);
}
