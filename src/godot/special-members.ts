// Members that do more than call the engine.
import { freedObjectError } from "./freed-object-error";
import { type AnyFunction, native } from "./native";

/** Changes the prototype of an engine class where its types promise more than the engine does. */
export function improveMembers(className: string, prototype: object): void {
  for (const [name, { hint, by }] of Object.entries(neverNull[className] ?? {})) {
    const read = by === undefined ? memberOf(prototype, name) : memberOf(prototype, by);
    Object.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value(this: object, ...args: unknown[]) {
        const result = read().call(this, ...args);
        if (result !== null) return result;
        throw new Error(`${className}.${name}(${args.map(quote).join(", ")}) of ${this}: ${hint}`);
      },
    });
  }
  if (className === "Object") Object.defineProperties(prototype, objectMembers);
}

/** Methods whose null is always a mistake of the caller's. */
const neverNull: Readonly<
  Record<string, Readonly<Record<string, { readonly hint: string; readonly by?: string }>>>
> = {
  Node: {
    // The one that prints no error of its own.
    getNode: { hint: "there is no such node; getNodeOrNull asks", by: "getNodeOrNull" },
    getChild: { hint: "there is no such child; getChildCount tells how many there are" },
    getTree: { hint: "the node is not in the tree; isInsideTree tells" },
    getViewport: { hint: "the node is not in the tree; isInsideTree tells" },
    getWindow: { hint: "the node is not in the tree; isInsideTree tells" },
  },
  PackedScene: { instantiate: { hint: "the scene could not be instantiated" } },
};

function memberOf(prototype: object, name: string): () => AnyFunction {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  return () => descriptor?.get?.call(prototype) ?? descriptor?.value;
}

function quote(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

const objectMembers: PropertyDescriptorMap & ThisType<{ getReferenceCount?(): number }> = {
  free: {
    configurable: true,
    writable: true,
    value(this: { getReferenceCount?(): number }) {
      if (!native.isAlive(this)) throw freedObjectError(this, "free");
      if (this.getReferenceCount !== undefined) {
        throw new Error(`${this} is RefCounted: it is freed when nobody refers to it any more`);
      }
      native.destroy(this);
    },
  },
  // What console.log shows.
  [Symbol.for("nodejs.util.inspect.custom")]: {
    configurable: true,
    value(this: object) {
      return native.isAlive(this) ? `${this}` : `<freed ${describe(this)}>`;
    },
  },
};

function describe(object: object): string {
  return object.constructor.name;
}
