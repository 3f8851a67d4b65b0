import { type Constructor, signalOf } from "../godot";
import { membersOf, type SignalMember, visibleName } from "./class-members";
import { snakeCase } from "./snake-case";
import type { Schema } from "./t";

export interface SignalOptions {
  /** What Godot calls it. By default the member's name in snake_case. */
  readonly name?: string;
}

/** The arguments of a signal by their names. */
export type SignalArguments = Readonly<Record<string, Schema>>;

/**
 * Declares a signal of a registered class, with the names and types of its arguments, which the
 * editor shows where it is connected. Types alone are enough: the arguments are then `arg0`, `arg1`, …
 *
 * @example
 * @signal({ worth: t.int }) readonly collected!: Signal<[worth: number]>;
 *
 * @example
 * @signal() readonly opened!: Signal<[]>;
 */
export function signal(args: SignalArguments, options?: SignalOptions): SignalDecorator;
export function signal(...args: readonly Schema[]): SignalDecorator;
export function signal(
  ...given: readonly (Schema | SignalArguments | SignalOptions | undefined)[]
) {
  const { args, options } = read(given);
  const decorate: SignalDecorator = (_field, context) => {
    const member = visibleName("signal", context, "a public field of the instance");
    const name = options.name ?? snakeCase(member);
    membersOf(context.metadata).signals.push({ member, name, args });
    const descriptor = lazySignal(name, member);
    context.addInitializer(function (this: unknown) {
      Object.defineProperty(this, member, descriptor);
    });
  };
  return decorate;
}

type SignalDecorator = (field: undefined, context: ClassFieldDecoratorContext) => void;

/** Made when it is first used: an object has more signals than anybody listens to, at 2 µs each. */
function lazySignal(name: string, member: string): PropertyDescriptor {
  return {
    get(this: InstanceType<Constructor>) {
      return signalOf(this, name, member);
    },
    configurable: true,
    enumerable: true,
  };
}

function read(given: readonly (Schema | SignalArguments | SignalOptions | undefined)[]): {
  readonly args: SignalMember["args"];
  readonly options: SignalOptions;
} {
  const [first, second] = given;
  if (first === undefined || isSchema(first)) {
    const args = given.filter(isSchema).map((schema, index) => ({ name: `arg${index}`, schema }));
    return { args, options: {} };
  }
  const args = Object.entries(first as SignalArguments).map(([name, schema]) => ({
    name: snakeCase(name),
    schema,
  }));
  return { args, options: (second as SignalOptions | undefined) ?? {} };
}

function isSchema(value: unknown): value is Schema {
  return typeof (value as Schema | undefined)?.accepts === "function";
}
