const stacks = new WeakMap<object, { readonly stack?: string }>();

/** Keeps where a wait was entered. Costs a microsecond or two: for debugging alone. */
export function keepStack(wait: object): void {
  const entered = {};
  Error.captureStackTrace(entered, keepStack);
  stacks.set(wait, entered);
}

/** The stack of the code that entered a wait; undefined where it wasn't kept. */
export function stackOf(wait: object): string | undefined {
  return stacks.get(wait)?.stack;
}
