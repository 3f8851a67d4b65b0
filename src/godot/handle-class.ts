import { type Constructor, native } from "./native";
import { type VariantTypeName, variantType } from "./type-code";

/**
 * Gives the handles of a Variant type their members: those of a class that is written for nothing
 * else, and never constructed itself.
 */
export function defineHandle<C extends Constructor>(type: VariantTypeName, members: C): C {
  const Class = native.handleClass(variantType(type));
  copyMembers(members.prototype, Class.prototype);
  copyMembers(members, Class);
  return Class as C;
}

function copyMembers(from: object, to: object): void {
  for (const key of Reflect.ownKeys(from)) {
    if (key === "constructor" || key === "prototype" || key === "length" || key === "name") {
      if (!isMember(from, key)) continue;
    }
    const descriptor = Object.getOwnPropertyDescriptor(from, key);
    if (descriptor !== undefined) Object.defineProperty(to, key, descriptor);
  }
}

/** A `length` or a `name` that is an accessor belongs to the members, one that is a value doesn't. */
function isMember(from: object, key: string): boolean {
  return Object.getOwnPropertyDescriptor(from, key)?.get !== undefined;
}
