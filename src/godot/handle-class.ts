import { methodFlags } from "./api-table";
import { builtinOperator, defineBuiltinMethods } from "./builtin-members";
import { type AnyFunction, type Constructor, native } from "./native";
import { type VariantTypeName, variantType } from "./type-code";

/**
 * The class of the handles of a Variant type. It has the members of a class that is written for
 * nothing else, and never constructed itself, and all others that the engine gives the type.
 */
export function defineHandle<C extends Constructor>(type: VariantTypeName, members: C): C {
  const Class = defineOpaqueHandle(type, members);
  defineBuiltinMethods(type, ([, , flags]) =>
    (flags & methodFlags.static) === 0 ? Class.prototype : Class,
  );
  defineOperator(Class, "equals", () => builtinOperator("OP_EQUAL", type, type, "bool"));
  return Class;
}

/** The same, with no members but those that are written. */
export function defineOpaqueHandle<C extends Constructor>(type: VariantTypeName, members: C): C {
  const Class = native.handleClass(variantType(type));
  copyMembers(members.prototype, Class.prototype);
  copyMembers(members, Class);
  Object.defineProperties(Class.prototype, shared(type));
  return Class as C;
}

/** Gives handles an operator, as a method with one argument. */
export function defineOperator(Class: Constructor, name: string, make: () => AnyFunction): void {
  let operator: AnyFunction | undefined;
  Object.defineProperty(Class.prototype, name, {
    configurable: true,
    writable: true,
    value(this: object, other: unknown) {
      operator ??= make();
      return operator(this, other);
    },
  });
}

/** Gives handles the operators of an order, by the names that they have on math values. */
export function defineOrder(Class: Constructor, type: VariantTypeName): void {
  for (const [name, operator] of Object.entries(orderOperators)) {
    defineOperator(Class, name, () => builtinOperator(operator, type, type, "bool"));
  }
}

const orderOperators = {
  lessThan: "OP_LESS",
  lessOrEqual: "OP_LESS_EQUAL",
  greaterThan: "OP_GREATER",
  greaterOrEqual: "OP_GREATER_EQUAL",
} as const;

function shared(type: VariantTypeName): PropertyDescriptorMap {
  return {
    toString: {
      configurable: true,
      writable: true,
      value(this: object) {
        return native.stringify(this);
      },
    },
    // What console.log shows.
    [Symbol.for("nodejs.util.inspect.custom")]: {
      configurable: true,
      value(this: object) {
        return `${type} ${native.stringify(this)}`;
      },
    },
  };
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
