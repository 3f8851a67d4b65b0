import { spawn } from "../executor";
import type { AnyFunction, Constructor } from "../godot";
import type { MethodOptions } from "./class-members";
import { show } from "./show";
import type { Schema } from "./t";
import { taskObject } from "./task-object";

const AsyncFunction = (async () => {}).constructor;

/**
 * Gives a class the member that Godot calls in place of a method: it checks what arrives, and makes
 * a task of an async one.
 */
export function exposeMethod(
  Class: Constructor,
  className: string,
  member: string,
  isStatic: boolean,
  { args = [], rest, returns }: Pick<MethodOptions, "args" | "rest" | "returns">,
): { readonly member: string; readonly isAsync: boolean } {
  const holder = (isStatic ? Class : Class.prototype) as Record<string, AnyFunction>;
  const label = `${className}.${member}`;
  const isAsync = holder[member] instanceof AsyncFunction;
  const exposed = `godot:${member}`;
  const call = (self: Record<string, AnyFunction>, given: readonly unknown[]): unknown => {
    const checked = checkArguments(label, args, rest, given);
    // Looked up now: a class that extends this one may have its own.
    return self[member]?.apply(self, checked);
  };
  const value = isAsync
    ? function (this: Record<string, AnyFunction>, ...given: readonly unknown[]) {
        return taskObject(
          spawn(async () => checkResult(label, returns, await call(this, given)), { name: label }),
        );
      }
    : function (this: Record<string, AnyFunction>, ...given: readonly unknown[]) {
        return checkResult(label, returns, call(this, given));
      };
  Object.defineProperty(holder, exposed, { value, configurable: true });
  return { member: exposed, isAsync };
}

/** Gives a class the members that Godot calls to read and to write a property. */
export function exposeProperty(
  Class: Constructor,
  className: string,
  member: string,
  schema: Schema,
): { readonly getter: string; readonly setter: string } {
  const names = { getter: `godot:get ${member}`, setter: `godot:set ${member}` };
  const label = `${className}.${member}`;
  Object.defineProperties(Class.prototype, {
    [names.getter]: {
      value(this: Record<string, unknown>) {
        return this[member];
      },
    },
    [names.setter]: {
      value(this: Record<string, unknown>, value: unknown) {
        if (!schema.accepts(value)) {
          throw new TypeError(`${label} must be ${schema.name}, not ${show(value)}`);
        }
        this[member] = value;
      },
    },
  });
  return names;
}

function checkArguments(
  label: string,
  args: readonly Schema[],
  rest: Schema | undefined,
  given: readonly unknown[],
): unknown[] {
  const required = args.filter((schema) => !schema.isOptional).length;
  if (given.length < required || (rest === undefined && given.length > args.length)) {
    const wanted = countOf(required, rest === undefined ? args.length : undefined);
    throw new TypeError(`${label} takes ${wanted} arguments, got ${given.length}`);
  }
  const checked = (schema: Schema, index: number): unknown => {
    if (index >= given.length) return schema.initial;
    const value = given[index];
    if (schema.accepts(value)) return value;
    throw new TypeError(
      `${label}: argument ${index + 1} must be ${schema.name}, not ${show(value)}`,
    );
  };
  const named = args.map(checked);
  if (rest === undefined) return named;
  return [...named, ...given.slice(args.length).map((_, i) => checked(rest, args.length + i))];
}

function countOf(required: number, most: number | undefined): string {
  if (most === undefined) return `at least ${required}`;
  return required === most ? `${required}` : `${required} to ${most}`;
}

/** What a method gave, where it is what it promised; null for nothing. */
export function checkResult(label: string, returns: Schema | undefined, value: unknown): unknown {
  if (returns === undefined) return null;
  if (returns.accepts(value)) return value;
  throw new TypeError(`${label} must return ${returns.name}, not ${show(value)}`);
}
