/**
 * An enum as TypeScript has them: its values by their names, and their names by their values
 * (`Error[44]` is `"ERR_BUSY"`). Of several names for one value, the first counts.
 */
export function enumObject(members: Readonly<Record<string, number>>, name: string): object {
  const result = { ...members };
  names.set(result, name);
  for (const [name, value] of Object.entries(members)) {
    // Not enumerable: who lists an enum wants its names.
    if (!(value in result)) Object.defineProperty(result, value, { value: name });
  }
  return Object.freeze(result);
}

/** Makes an enum when it is first asked for, and always the same. */
export function enumMaker(members: Readonly<Record<string, number>>, name: string): () => object {
  let made: object | undefined;
  return () => {
    made ??= enumObject(members, name);
    return made;
  };
}

const names = new WeakMap<object, string>();

/** The engine's name of an enum: `Node.ProcessMode`. Undefined of an object that is none of its. */
export function enumName(members: object): string | undefined {
  return names.get(members);
}
