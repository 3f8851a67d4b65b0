import { Callable, Array as GodotArray, Signal, type Variant } from "godot";
import { all, type Combinable, SourceFreedError } from "../../executor";
import { given } from "../classes/schema/given";
import { withCaller } from "../log/calling-script";
import { coroutine } from "../waits/coroutine";
import { once } from "../waits/once";
import { taskOf } from "./task-object";

/**
 * What the executor combines, for something that GDScript can wait for: an AsyncTask, a Signal, or a
 * Callable, which is called then. Nothing begins yet.
 *
 * @param what what it is, for messages: `Async.all(list): item 2`.
 * @throws TypeError for anything else.
 */
export function combinable(value: unknown, what: string): Combinable {
  const task = taskOf(value);
  if (task !== undefined) return task;
  if (value instanceof Signal) return () => emission(value, what);
  if (value instanceof Callable) return () => outcome(value, what);
  throw withCaller(
    new TypeError(`${what} must be an AsyncTask, a Signal or a Callable, not ${given(value)}`),
  );
}

/** Calls a function of GDScript, and waits for its end where it is a coroutine. */
export async function outcome(callable: Callable, what: string): Promise<unknown> {
  const result = called(callable, what);
  const task = taskOf(result);
  if (task === undefined) return coroutine(result);
  // So that it is cancelled along with this one.
  const [value] = await all([task]);
  return value;
}

function called(callable: Callable, what: string): Variant {
  requireCallable(callable, what);
  try {
    return callable.call();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw withCaller(
      new TypeError(`${what}, ${callable.getMethod()}, could not be called: ${reason}`, {
        cause: error,
      }),
    );
  }
}

/** @throws SourceFreedError when the object that it would call is gone. */
export function requireCallable(callable: Callable, what: string): void {
  if (callable.isValid()) return;
  if (callable.isNull()) throw withCaller(new TypeError(`${what} is an empty Callable`));
  throw withCaller(new SourceFreedError(`${what}, the object of ${callable.getMethod()},`));
}

/** What GDScript's own `await` makes of an emission: null, the argument, or an Array of them. */
async function emission(signal: Signal, what: string): Promise<unknown> {
  if (signal.isNull())
    throw withCaller(new TypeError(`${what} is a Signal of no object, or of a freed one`));
  const args: readonly unknown[] = await once(signal as Signal<unknown[]>);
  return args.length > 1 ? GodotArray.from(args as Variant[]) : (args[0] ?? null);
}
