/** Gives an object a property whose value is made on first use, and stays. */
export function defineLazy(target: object, name: string | symbol, make: () => unknown): void {
  const settle = (value: unknown) => {
    Object.defineProperty(target, name, {
      value,
      configurable: true,
      writable: true,
      enumerable: false,
    });
    makeFast(target);
  };
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

/**
 * Hot: V8 keeps the properties of a prototype in a slow table once one has been redefined, so that a
 * call costs 30 ns instead of 8. To become the prototype of a function makes them fast.
 */
export function makeFast(prototype: object): void {
  function Any() {}
  Any.prototype = prototype;
}
