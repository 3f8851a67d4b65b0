// Classes that the table doesn't have: those that other extensions register, and internal ones of the
// engine. What they have, ClassDB says when they are first met.
import { api, classNumber } from "./api";
import type { ClassTable } from "./api-table";
import type { GodotArray } from "./array";
import type { Dictionary } from "./dictionary";
import { defineSignals, defineStatics, engineClass, engineMethod } from "./engine-class";
import { defineLazy } from "./lazy-property";
import { memberName } from "./member-name";
import { type AnyFunction, type Constructor, native } from "./native";

/** Flags of a method in ClassDB's lists. */
const virtualFlag = 8; // METHOD_FLAG_VIRTUAL
const staticFlag = 32; // METHOD_FLAG_STATIC
/** Entries of a list of properties that are headings: PROPERTY_USAGE_GROUP, _CATEGORY, _SUBGROUP. */
const headingFlags = 64 | 128 | 256;

const constructors = new Map<string, Constructor>();

/** Defines the class of an object that is met for the first time. */
export function defineByName(name: string, isRefCounted: boolean): void {
  if (classNumber(name) !== undefined) engineClass(name);
  else foreignClass(name, isRefCounted ? "RefCounted" : "Object");
}

/** Whether the engine has a class of that name now. */
export function classExists(name: string): boolean {
  return classDb("class_exists", name);
}

/** The Class of a class by its name; `base` is what it extends where ClassDB doesn't know it. */
export function foreignClass(name: string, base = "Object"): Constructor {
  if (classNumber(name) !== undefined) return engineClass(name);
  const known = constructors.get(name);
  if (known !== undefined) return known;
  const Class = define(name, base);
  constructors.set(name, Class);
  return Class;
}

function define(name: string, base: string): Constructor {
  const isListed = classExists(name);
  const Parent = foreignClass(isListed ? classDb("get_parent_class", name) : base);
  // To the table's types it is its nearest base that the table has.
  const number = classNumber(nearestKnown(name) ?? base) ?? 0;
  const Class = native.defineClass(
    name,
    Parent,
    number,
    api.last[number] ?? number,
    isListed ? classDb("is_parent_class", name, "RefCounted") : base === "RefCounted",
    isListed && classDb("can_instantiate", name),
  );
  Object.setPrototypeOf(Class, Parent);
  if (isListed) {
    defineStatics(Class, { constants: constantsOf(name), enums: enumsOf(name) });
    defineMethods(Class, name);
    defineProperties(Class.prototype, name);
    defineSignals(Class.prototype, signalsOf(Class.prototype, name));
  }
  return Class;
}

function nearestKnown(name: string): string | undefined {
  let each = name;
  while (each !== "" && classNumber(each) === undefined) each = classDb("get_parent_class", each);
  return each === "" ? undefined : each;
}

function constantsOf(name: string): ClassTable["constants"] {
  const names: readonly string[] = classDb("class_get_integer_constant_list", name, true);
  return Object.fromEntries(
    names.map((constant) => [constant, classDb("class_get_integer_constant", name, constant)]),
  );
}

function enumsOf(name: string): ClassTable["enums"] {
  const names: readonly string[] = classDb("class_get_enum_list", name, true);
  return Object.fromEntries(
    names.map((each) => {
      const constants: readonly string[] = classDb("class_get_enum_constants", name, each, true);
      const values = constants.map((constant) => [
        constant,
        classDb("class_get_integer_constant", name, constant),
      ]);
      return [each, Object.fromEntries(values)];
    }),
  );
}

function defineMethods(Class: Constructor, owner: string): void {
  for (const method of membersOf("class_get_method_list", owner)) {
    const name = String(method.get("name"));
    const flags = Number(method.get("flags"));
    if ((flags & virtualFlag) !== 0) continue;
    if ((flags & staticFlag) !== 0) {
      defineLazy(Class, memberName(name), () => staticMethod(owner, name));
    } else {
      defineLazy(Class.prototype, memberName(name), () => instanceMethod(owner, name));
    }
  }
}

function instanceMethod(owner: string, name: string): AnyFunction {
  return function (this: object, ...args: readonly unknown[]) {
    return native.callByName(this, owner, name, ...args);
  };
}

function staticMethod(owner: string, name: string): AnyFunction {
  return (...args) => native.callByName(null, owner, name, ...args);
}

function defineProperties(prototype: object, owner: string): void {
  for (const property of membersOf("class_get_property_list", owner)) {
    if ((Number(property.get("usage")) & headingFlags) !== 0) continue;
    const name = String(property.get("name"));
    Object.defineProperty(prototype, freeName(prototype, name), {
      configurable: true,
      ...accessors(owner, name),
    });
  }
}

/**
 * By the methods for it, which say what is wrong with a value. Without them, or where they need more
 * than that, as the engine finds it.
 */
function accessors(owner: string, name: string): PropertyDescriptor & ThisType<object> {
  const getter: string = classDb("class_get_property_getter", owner, name);
  const setter: string = classDb("class_get_property_setter", owner, name);
  const takes = (method: string, count: number) =>
    classDb("class_get_method_argument_count", owner, method) === count;
  if (getter !== "" && takes(getter, 0) && (setter === "" || takes(setter, 1))) {
    return {
      get() {
        return native.callByName(this, owner, getter);
      },
      set:
        setter === ""
          ? undefined
          : function (this: object, value) {
              native.callByName(this, owner, setter, value);
            },
    };
  }
  return {
    get() {
      return engineMethod("Object", "get").call(this, name);
    },
    set(value) {
      engineMethod("Object", "set").call(this, name, value);
    },
  };
}

function signalsOf(prototype: object, owner: string): ClassTable["signals"] {
  const names = membersOf("class_get_signal_list", owner).map((signal) =>
    String(signal.get("name")),
  );
  return Object.fromEntries(names.map((name) => [freeName(prototype, name), [name, []]]));
}

/** Our name for a property or a signal: where another member has it, with an underscore at its end. */
function freeName(prototype: object, engineName: string): string {
  let name = memberName(engineName);
  while (name in prototype) name += "_";
  return name;
}

/** The members that a list of ClassDB's has of a class, without inherited ones. */
function membersOf(list: string, owner: string): readonly Dictionary[] {
  return [...(classDb(list, owner, true) as GodotArray)] as Dictionary[];
}

// biome-ignore lint/suspicious/noExplicitAny: what a method of ClassDB returns
function classDb(method: string, ...args: readonly unknown[]): any {
  return engineMethod("ClassDB", method).call(
    native.singleton("ClassDB", engineClass("ClassDB")),
    ...args,
  );
}
