import type { Object as GodotObject, Node, Resource } from "godot";
import { type Constructor, engineClass, typeCode } from "../../../godot";
import { registeredName } from "../registered-classes";
import { hint } from "./property-hint";
import { usage } from "./property-usage";
import { derive, type Schema, unchanged } from "./schema";

/**
 * A class, or a function that gives it, for one that is not there yet: the class that is just being
 * written, or one of a file that imports this one.
 */
export type ClassReference<T> =
  | (abstract new (
      ...args: never[]
    ) => T)
  | (() => abstract new (...args: never[]) => T);

/**
 * An object of that class, of the engine or registered, never null. The inspector offers nodes of
 * the scene for a class of nodes, and resources for one of resources.
 *
 * @example
 * @method({ args: [t.object(Node2D)] })
 * follow(target: Node2D): void {}
 */
export function object<T extends GodotObject>(reference: ClassReference<T>): Schema<T> {
  const Class = () => classOf(reference);
  const className = () => registeredName(Class()) ?? Class().name;
  const describeArgument = (name: string) => ({
    name,
    type: typeCode("Object"),
    className: className(),
    usage: usage.default,
  });
  return {
    get name() {
      return className();
    },
    isOptional: false,
    initial: undefined,
    get itemType() {
      return Class();
    },
    convertsOwn: false,
    accepts: (value) => value instanceof Class(),
    convert: unchanged,
    describe(name) {
      const picker = pickerHint(Class());
      return {
        ...describeArgument(name),
        hint: picker,
        hintString: picker === hint.none ? "" : className(),
      };
    },
    describeArgument,
  };
}

/**
 * A node of that class or null, picked from the scene in the inspector.
 *
 * @example
 * @property(t.node(Label)) accessor label: Label | null = null;
 * @property(t.node(() => Waypoint)) accessor next: Waypoint | null = null;
 */
export function node<T extends Node>(reference: ClassReference<T>): Schema<T | null> {
  return nullable(object(reference));
}

/**
 * A resource of that class or null.
 *
 * @example
 * @property(t.resource(Texture2D)) accessor icon: Texture2D | null = null;
 */
export function resource<T extends Resource>(reference: ClassReference<T>): Schema<T | null> {
  return nullable(object(reference));
}

/** An object, or null. */
export function nullable<T extends GodotObject>(schema: Schema<T>): Schema<T | null> {
  return derive<T | null, T>(schema, {
    get name() {
      return `${schema.name} or null`;
    },
    accepts: (value) => value === null || schema.accepts(value),
    convert: (value) => (value === undefined ? null : schema.convert(value)),
  });
}

function classOf<T>(reference: ClassReference<T>): Constructor {
  const isClass = Object.hasOwn(reference, "prototype");
  return (isClass ? reference : (reference as () => unknown)()) as Constructor;
}

function pickerHint(Class: Constructor): number {
  if (inherits(Class, "Node")) return hint.nodeType;
  return inherits(Class, "Resource") ? hint.resourceType : hint.none;
}

function inherits(Class: Constructor, ancestor: string): boolean {
  const Ancestor = engineClass(ancestor);
  return Class === Ancestor || Class.prototype instanceof Ancestor;
}
