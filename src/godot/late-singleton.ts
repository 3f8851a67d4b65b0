/**
 * Stands for a singleton that the engine makes after it has read the game's code, such as
 * RenderingServer. On its first use it finds the singleton and gives it to `replace`.
 */
export function lateSingleton(
  name: string,
  find: () => object | null,
  replace: (singleton: object) => void,
): object {
  const found = (): object => {
    const singleton = find();
    if (singleton === null) throw new Error(`${name} is not there: not yet, or not in this engine`);
    replace(singleton);
    return singleton;
  };
  return new Proxy(
    {},
    {
      get(_, key) {
        const singleton = found();
        const value = Reflect.get(singleton, key);
        return typeof value === "function" ? value.bind(singleton) : value;
      },
      set: (_, key, value) => Reflect.set(found(), key, value),
      has: (_, key) => Reflect.has(found(), key),
      getPrototypeOf: () => Reflect.getPrototypeOf(found()),
    },
  );
}
