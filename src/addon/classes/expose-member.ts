import { Node } from "godot";
import { spawn } from "../../executor";
import type { AnyFunction, Constructor } from "../../godot";
import { scopeOf } from "../driver/scope-of";
import { taskObject } from "../for-gdscript/task-object";
import type { MethodOptions } from "./class-members";
import { isAsync } from "./is-async";
import type { Schema } from "./schema";
import { given } from "./schema/given";

/**
 * Gives a class the member that Godot calls in place of a method: it checks what arrives, and makes
 * a task of an async one.
 */
export function exposeMethod(
  Class: Constructor,
  className: string,
  member: string,
  isStatic: boolean,
  { args = [], rest, returns, task }: Omit<MethodOptions, "name">,
): { readonly member: string; readonly isAsync: boolean } {
  const holder = (isStatic ? Class : Class.prototype) as Record<string, AnyFunction>;
  const label = `${className}.${member}`;
  const startsTask = isAsync(holder[member]);
  const exposed = `godot:${member}`;
  const options = { ...task, name: label };
  const check = argumentCheck(label, args, rest);
  const call = (self: Record<string, AnyFunction>, values: unknown[]): unknown => {
    check(values);
    // Looked up now: a class that extends this one may have its own.
    return self[member]?.apply(self, values);
  };
  const value = startsTask
    ? function (this: Record<string, AnyFunction>, ...values: unknown[]) {
        const body = async () => checkResult(label, returns, await call(this, values));
        // The node's own, as all that the engine calls of it: to make that ambient costs 400 ns.
        const isOwn = task?.scope === undefined && this instanceof Node;
        return taskObject(isOwn ? scopeOf(this).spawn(body, options) : spawn(body, options));
      }
    : function (this: Record<string, AnyFunction>, ...values: unknown[]) {
        return checkResult(label, returns, call(this, values));
      };
  Object.defineProperty(holder, exposed, { value, configurable: true });
  return { member: exposed, isAsync: startsTask };
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
        this[member] = take(schema, value, label);
      },
    },
  });
  return names;
}

/**
 * Checks arguments where they are, and adds those that were left out.
 *
 * Hot: each call from GDScript comes by here.
 */
function argumentCheck(
  label: string,
  args: readonly Schema[],
  rest: Schema | undefined,
): (values: unknown[]) => void {
  const required = args.filter((schema) => !schema.isOptional).length;
  return (values) => {
    const count = values.length;
    if (count < required || (rest === undefined && count > args.length)) {
      const wanted = countOf(required, rest === undefined ? args.length : undefined);
      throw new TypeError(`${label} takes ${wanted} arguments, got ${count}`);
    }
    for (const [index, schema] of args.entries()) {
      values[index] = index < count ? take(schema, values[index], label, index) : schema.initial;
    }
    if (rest === undefined) return;
    for (let index = args.length; index < count; index++) {
      values[index] = take(rest, values[index], label, index);
    }
  };
}

function countOf(required: number, most: number | undefined): string {
  if (most === undefined) return `at least ${required}`;
  return required === most ? `${required}` : `${required} to ${most}`;
}

/** What a method gave, where it is what it promised; null for nothing. */
export function checkResult(label: string, returns: Schema | undefined, value: unknown): unknown {
  if (returns === undefined) return null;
  const result = fit(returns, value);
  if (result !== unfit) return result;
  throw new TypeError(`${label} must return ${returns.name}, not ${given(value)}`);
}

/** The value as the schema has it, of a property or of the argument at a place. */
function take(schema: Schema, value: unknown, label: string, place?: number): unknown {
  const taken = fit(schema, value);
  if (taken !== unfit) return taken;
  const what = place === undefined ? label : `${label}: argument ${place + 1}`;
  throw new TypeError(`${what} must be ${schema.name}, not ${given(value)}`);
}

const unfit = Symbol("unfit");

function fit(schema: Schema, value: unknown): unknown {
  if (schema.accepts(value)) return value;
  const converted = schema.convert(value);
  return schema.accepts(converted) ? converted : unfit;
}
