import type { Signal, Variant } from "godot";
import { type Constructor, signalOf } from "../../godot";
import { membersOf, type SignalMember, visibleName } from "./class-members";
import type { Schema, TypeOf, TypesOf } from "./schema";
import { snakeCase } from "./snake-case";

export interface SignalOptions {
  /** What Godot calls it. By default the member's name in snake_case. */
  readonly name?: string;
}

type ArgumentSchema = Schema<Variant | undefined>;

/** The arguments of a signal by their names. */
export type SignalArguments = Readonly<Record<string, ArgumentSchema>>;

/**
 * Declares a signal of a registered class, with the names and types of its arguments, which the
 * editor shows where it is connected. Types alone are enough: the arguments are then `arg0`, `arg1`, …
 *
 * The compiler compares the types with those of the field; by names, in any order.
 *
 * @example
 * @signal({ worth: t.int }) readonly collected!: Signal<[worth: number]>;
 *
 * @example
 * @signal() readonly opened!: Signal<[]>;
 *
 * On a getter it does the same, and costs an object nothing where a field costs 0.5 µs; the getter is
 * never run.
 */
export function signal<const A extends readonly ArgumentSchema[]>(
  ...args: A
): <S>(member: undefined | (() => S), context: SignalContext<S> & Declared<S, TypesOf<A>>) => void;
export function signal<N extends SignalArguments>(
  args: N,
  options?: SignalOptions,
): <S>(member: undefined | (() => S), context: SignalContext<S> & DeclaredByName<S, N>) => void;
export function signal(
  ...given: readonly (Schema | SignalArguments | SignalOptions | undefined)[]
): (member: undefined | (() => unknown), context: SignalContext<unknown>) => unknown {
  const { args, options } = read(given);
  return (_member, context) => {
    const member = visibleName("signal", context, "a public field of the instance");
    const name = options.name ?? snakeCase(member);
    membersOf(context.metadata).signals.push({ member, name, args });
    if (context.kind === "getter") return getterOf(name, member);
    const descriptor = { get: getterOf(name, member), configurable: true, enumerable: true };
    context.addInitializer(function (this: unknown) {
      Object.defineProperty(this, member, descriptor);
    });
    return undefined;
  };
}

type SignalContext<S> =
  | ClassFieldDecoratorContext<unknown, S>
  | ClassGetterDecoratorContext<unknown, S>;

/** Made when it is first used: an object has more signals than anybody listens to, at 2 µs each. */
function getterOf(name: string, member: string) {
  return function (this: InstanceType<Constructor>) {
    return signalOf(this, name, member);
  };
}

/** For a field that is not a signal with these arguments, what the compiler then says. */
type Declared<S, A extends readonly unknown[]> =
  S extends Signal<infer B>
    ? [readonly [...A], B] extends [Readonly<B>, readonly [...A]]
      ? unknown
      : { "the arguments of the signal must be": A }
    : { "the field must be a Signal of": A };

type DeclaredByName<S, N extends SignalArguments> =
  S extends Signal<infer B>
    ? [B["length"], B[number], Types<N>] extends [Count<keyof N>, Types<N>, B[number]]
      ? unknown
      : { "the arguments of the signal must be": N }
    : { "the field must be a Signal of": N };

type Types<N extends SignalArguments> = TypeOf<N[keyof N]>;

/** How many members a union has. */
type Count<U, Counted extends unknown[] = []> = [U] extends [never]
  ? Counted["length"]
  : Count<Exclude<U, AnyOf<U>>, [...Counted, unknown]>;

/** One member of a union, whichever. */
type AnyOf<U> = (U extends unknown ? (member: () => U) => void : never) extends (
  member: infer All,
) => void
  ? All extends () => infer One
    ? One
    : never
  : never;

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
