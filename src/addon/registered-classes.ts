// Which classes of TypeScript are registered, and as what.
import { type Constructor, setClassName } from "../godot";

export interface Registration {
  readonly name: string;
  /** The nearest engine class it extends. */
  readonly engineBase: string;
}

const registrations = new Map<Constructor, Registration>();

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
