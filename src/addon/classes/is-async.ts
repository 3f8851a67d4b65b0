const AsyncFunction = (async () => {}).constructor;

/** Whether a method is async, so that calling it starts something. */
export function isAsync(method: unknown): boolean {
  return method instanceof AsyncFunction;
}
