/** Gives an object a property whose value is made on first use, and stays. */
export function defineLazy(target: object, name: string | symbol, make: () => unknown): void {
  const settle = (value: unknown) =>
    Object.defineProperty(target, name, {
      value,
      configurable: true,
      writable: true,
      enumerable: false,
    });
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make();
      settle(value);
      return value;
    },
    // An assignment makes a property of the object it is made to, as it does with plain ones.
    set(value: unknown) {
      Object.defineProperty(this, name, {
        value,
        configurable: true,
        writable: true,
        enumerable: true,
      });
    },
  });
}
