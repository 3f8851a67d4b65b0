// Members that do more than call the engine.
import { freedObjectError } from "./freed-object-error";
import { connectListener } from "./listeners";
import { type AnyFunction, native } from "./native";
import { objectMethods } from "./object-methods";

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
  for (const [name, by] of Object.entries(readBy[className] ?? {})) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Readonly<Record<string, AnyFunction>>) {
        return this[by]?.();
      },
    });
  }
  if (className === "Object") Object.defineProperties(prototype, objectMembers);
}

const outsidePhysics = "while physics runs on a thread it can be had in _physicsProcess only";

/** Methods whose null is always a mistake of the caller's. */
const neverNull: Readonly<
  Record<string, Readonly<Record<string, { readonly hint: string; readonly by?: string }>>>
> = {
  CanvasItem: {
    getWorld2d: { hint: "the node is not in the tree; isInsideTree tells" },
  },
  Node: {
    // The one that prints no error of its own.
    getNode: { hint: "there is no such node; getNodeOrNull asks", by: "getNodeOrNull" },
    getChild: { hint: "there is no such child; getChildCount tells how many there are" },
    getMultiplayer: { hint: "the node is not in the tree; isInsideTree tells" },
    getTree: { hint: "the node is not in the tree; isInsideTree tells" },
    getViewport: { hint: "the node is not in the tree; isInsideTree tells" },
    getWindow: { hint: "the node is not in the tree; isInsideTree tells" },
  },
  Node3D: {
    getWorld3d: { hint: "the node is not in the tree; isInsideTree tells" },
  },
  PackedScene: { instantiate: { hint: "the scene could not be instantiated" } },
  World2D: { getDirectSpaceState: { hint: outsidePhysics } },
  World3D: { getDirectSpaceState: { hint: outsidePhysics } },
};

/** Properties, all of them without a setter, that promise what the method does which reads them. */
const readBy: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Node: { multiplayer: "getMultiplayer" },
  World2D: { directSpaceState: "getDirectSpaceState" },
  World3D: { directSpaceState: "getDirectSpaceState" },
};

/** A member as it was before it was improved. */
function memberOf(prototype: object, name: string): () => AnyFunction {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  let member: AnyFunction | undefined;
  return () => {
    if (member !== undefined) return member;
    const improved = Object.getOwnPropertyDescriptor(prototype, name);
    const made: AnyFunction = descriptor?.get?.call(prototype) ?? descriptor?.value;
    // A member that is made on first use has now taken the place of what improves it.
    if (improved?.get !== descriptor?.get) Object.defineProperty(prototype, name, improved ?? {});
    member = made;
    return made;
  };
}

function quote(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** Methods of every object that a class in TypeScript may have, so that `super` has them. */
const objectVirtuals = Object.fromEntries(
  [
    "_notification",
    "_get",
    "_set",
    "_getPropertyList",
    "_validateProperty",
    "_propertyCanRevert",
    "_propertyGetRevert",
    "_toString",
  ].map((name) => [name, { configurable: true, writable: true, value() {} }]),
);

const objectMembers: PropertyDescriptorMap & ThisType<{ getReferenceCount?(): number }> = {
  ...objectVirtuals,
  free: {
    configurable: true,
    writable: true,
    value(this: { getReferenceCount?(): number }) {
      if (!native.isAlive(this)) throw freedObjectError(this, "free");
      if (this.getReferenceCount !== undefined) {
        throw new Error(`${this} is RefCounted: it is freed when nobody refers to it any more`);
      }
      if (native.destroy(this)) return;
      throw new Error(
        `${this} cannot be freed while the engine calls one of its methods or emits one of its signals: free it afterwards, as queueFree does`,
      );
    },
  },
  connect: {
    configurable: true,
    writable: true,
    value(this: object, ...args: readonly unknown[]) {
      const [signal, callable, flags = 0] = args;
      const isWhole = typeof signal === "string" && typeof flags === "number" && args.length <= 3;
      return isWhole && (typeof callable === "function" || typeof callable === "object")
        ? connectListener(this, signal, callable as object, flags)
        : objectMethods.connect.call(this, ...args);
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
