// The virtual methods that every object has: `_notification`, `_get`, …
//
// The engine knows one function for each. So it is here that all the classes of TypeScript which have
// the method are called, in the order in which the engine calls its own, and their results checked.
import type { PropertyInfo } from "godot";
import {
  type AnyFunction,
  type Constructor,
  describe,
  type ObjectVirtualsDescription,
  type PropertyDescription,
} from "../../godot";
import { registrationOf } from "./registered-classes";

const lastVariantType = 38;
/** How many registered ancestors a class with `_getPropertyList` may have: see object_virtuals.h. */
const mostListing = 16;

function registeredAncestors(Class: Constructor): number {
  const parent: Constructor = Object.getPrototypeOf(Class);
  return registrationOf(parent) === undefined ? 0 : 1 + registeredAncestors(parent);
}

/** Those that the class or a registered ancestor of it implements. */
export function objectVirtualsOf(Class: Constructor, className: string): ObjectVirtualsDescription {
  const virtuals: ObjectVirtualsDescription = {};
  const label = (member: string) => `${className}.${member}`;

  const notified = chain(Class, "_notification");
  if (notified.length > 0) virtuals._notification = notifier(notified);

  const getters = chain(Class, "_get").reverse();
  if (getters.length > 0) virtuals._get = firstDefined(getters);

  const setters = chain(Class, "_set").reverse();
  if (setters.length > 0) virtuals._set = firstTrue(setters, label("_set"));

  const [lister] = Object.hasOwn(Class.prototype, "_getPropertyList")
    ? chain(Class, "_getPropertyList").reverse()
    : [];
  if (lister !== undefined) {
    const where = label("_getPropertyList");
    if (registeredAncestors(Class) > mostListing) {
      throw new TypeError(
        `@register: ${where} is more than ${mostListing} classes of TypeScript's away from the engine's: implement it in one of those it extends`,
      );
    }
    virtuals._getPropertyList = (self) => propertyList(lister.call(self), where);
  }

  const validators = chain(Class, "_validateProperty");
  if (validators.length > 0) {
    const where = label("_validateProperty");
    virtuals._validateProperty = (self, property) => {
      for (const each of validators) each.call(self, property);
      return propertyDescription(property, where);
    };
  }

  const revertible = chain(Class, "_propertyCanRevert").reverse();
  if (revertible.length > 0) {
    virtuals._propertyCanRevert = firstTrue(revertible, label("_propertyCanRevert"));
  }

  const reverts = chain(Class, "_propertyGetRevert").reverse();
  if (reverts.length > 0) virtuals._propertyGetRevert = firstDefined(reverts);

  const [toText] = chain(Class, "_toString").reverse();
  if (toText !== undefined) {
    virtuals._toString = (self) => {
      const text: unknown = toText.call(self);
      if (typeof text === "string") return text;
      throw new TypeError(`${label("_toString")} must return a string, not ${describe(text)}`);
    };
  }
  return virtuals;
}

/** The implementations of a method along the registered classes, those that are extended first. */
function chain(Class: Constructor, member: string): AnyFunction[] {
  const found: AnyFunction[] = [];
  let each: Constructor | null = Class;
  while (each !== null && (each === Class || registrationOf(each) !== undefined)) {
    const own = Object.getOwnPropertyDescriptor(each.prototype, member)?.value;
    if (typeof own === "function") found.unshift(own);
    each = Object.getPrototypeOf(each);
  }
  return found;
}

function notifier(inOrder: readonly AnyFunction[]): ObjectVirtualsDescription["_notification"] {
  const [only] = inOrder;
  if (inOrder.length === 1 && only !== undefined) return (self, what) => only.call(self, what);
  const reverse = inOrder.toReversed();
  return (self, what, reversed) => {
    for (const each of reversed ? reverse : inOrder) each.call(self, what);
  };
}

function firstDefined(members: readonly AnyFunction[]) {
  return (self: object, property: string): unknown => {
    for (const each of members) {
      const value: unknown = each.call(self, property);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function firstTrue(members: readonly AnyFunction[], label: string) {
  return (self: object, property: string, value?: unknown): boolean => {
    for (const each of members) {
      const answer: unknown = each.call(self, property, value);
      if (answer === true) return true;
      if (answer === false || answer === undefined) continue;
      throw new TypeError(
        `${label}(${describe(property)}) must return true or false, not ${describe(answer)}`,
      );
    }
    return false;
  };
}

function propertyList(list: unknown, where: string): PropertyDescription[] {
  if (!Array.isArray(list)) {
    throw new TypeError(`${where} must return an array of properties, not ${describe(list)}`);
  }
  return list.map((each, index) => propertyDescription(each, `${where}: item ${index}`));
}

function propertyDescription(property: unknown, where: string): PropertyDescription {
  const { name, type, className, hint, hintString, usage } = (property ??
    {}) as Partial<PropertyInfo>;
  if (typeof name !== "string" || name === "") {
    throw new TypeError(`${where} must have a name, a string, not ${describe(name)}`);
  }
  if (!Number.isInteger(type) || Number(type) < 0 || Number(type) > lastVariantType) {
    throw new TypeError(
      `${where}, "${name}", must have a type of Variant.Type, not ${describe(type)}`,
    );
  }
  return {
    name,
    type: Number(type),
    ...(className === undefined ? {} : { className }),
    ...(hint === undefined ? {} : { hint }),
    ...(hintString === undefined ? {} : { hintString }),
    ...(usage === undefined ? {} : { usage }),
  };
}
