import { type AnyFunction, native } from "../../godot";
import { coroutine } from "../waits/coroutine";
import { membersOf, type VirtualMember, visibleName } from "./class-members";
import { checkResult } from "./expose-member";
import { isAsync } from "./is-async";
import type { MethodParameters, MethodResult } from "./method";
import { parameterNames } from "./parameter-names";
import type { Schema } from "./schema";
import { snakeCase } from "./snake-case";

/** The methods that scripts may override, as they stand in their classes. */
const virtualOf = new WeakMap<AnyFunction, VirtualMember>();

/**
 * Declares a method that a script may override: where the object has a script with a method of that
 * name, a call from TypeScript runs that one, else the body here. Its name begins with an underscore,
 * as those of the engine's own do.
 *
 * An async method may be a coroutine in GDScript, and is awaited.
 *
 * GDScript overrides it and does not call it: what it is to call is a `@method` that calls this.
 *
 * @example
 * @virtual({ args: [t.int], returns: t.int })
 * _priceOf(amount: number): number {
 *   return amount * 10;
 * }
 */
export function virtual<
  const A extends readonly Schema[] | undefined = undefined,
  const R extends Schema | undefined = undefined,
>(options: { name?: string; args?: A; returns?: R } = {}) {
  return <F extends (...args: MethodParameters<A>) => MethodResult<R>>(
    method: F,
    context: ClassMethodDecoratorContext,
  ): F => {
    const member = visibleName("virtual", context, "a public method of the instance");
    const virtual = { member, parameters: parameterNames(method), options };
    membersOf(context.metadata).virtuals.push(virtual);
    return overridable(method, virtual) as unknown as F;
  };
}

/** What Godot calls a virtual method. */
export function virtualName({ member, options }: VirtualMember): string {
  return options.name ?? snakeCase(member);
}

/** Lets scripts override the virtual methods that a class has anew, without saying so again. */
export function keepOverridable(prototype: object, parent: object): void {
  for (const [member, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const { value } = descriptor;
    if (typeof value !== "function" || virtualOf.has(value)) continue;
    const virtual = virtualOf.get((parent as Record<string, AnyFunction>)[member] ?? value);
    if (virtual === undefined) continue;
    Object.defineProperty(prototype, member, { ...descriptor, value: overridable(value, virtual) });
  }
}

function overridable(body: AnyFunction, virtual: VirtualMember): AnyFunction {
  const name = virtualName(virtual);
  const label = (self: object) =>
    `${self.constructor.name}.${virtual.member}, overridden in a script,`;
  const ofScript = (self: object, args: readonly unknown[]): unknown =>
    native.callScriptMethod(self, self.constructor.name, name, ...args);
  const checked = (self: object, result: unknown): unknown =>
    virtual.options.returns === undefined
      ? undefined
      : checkResult(label(self), virtual.options.returns, result);
  const dispatch: AnyFunction = isAsync(body)
    ? async function (this: object, ...args) {
        const result = ofScript(this, args);
        if (result === undefined) return body.apply(this, args);
        return checked(this, await coroutine(result as never));
      }
    : function (this: object, ...args) {
        const result = ofScript(this, args);
        return result === undefined ? body.apply(this, args) : checked(this, result);
      };
  Object.defineProperty(dispatch, "name", { value: virtual.member });
  virtualOf.set(dispatch, virtual);
  return dispatch;
}
