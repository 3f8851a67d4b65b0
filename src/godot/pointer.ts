// Memory of the engine's, for the few virtual methods that are handed an address.
import { type AnyFunction, native } from "./native";

const end = Symbol("end");
/** What was lent to the engine for an object, until the next time. */
const lent = new WeakMap<object, Map<string, Uint8Array>>();

/** See the class of that name in the types of module "godot". */
export class Pointer {
  readonly address: bigint;
  readonly #owner: object;
  readonly #use: string;
  #isOver = false;
  readonly #buffers: ArrayBuffer[] = [];

  /** @param use the method and the argument that it is, for which something may be lent. */
  constructor(address: bigint, owner: object, use: string) {
    this.address = address;
    this.#owner = owner;
    this.#use = use;
  }

  get isNull(): boolean {
    return this.address === 0n;
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.#memory("bytes", length, 1));
  }

  ints(count: number): Int32Array {
    return new Int32Array(this.#memory("ints", count, Int32Array.BYTES_PER_ELEMENT));
  }

  floats(count: number): Float32Array {
    return new Float32Array(this.#memory("floats", count, Float32Array.BYTES_PER_ELEMENT));
  }

  lend(bytes: Uint8Array): void {
    const place = this.#memory("lend", 1, BigUint64Array.BYTES_PER_ELEMENT);
    // A copy with a buffer of its own, which does not move.
    const copy = new Uint8Array(new ArrayBuffer(Math.max(bytes.length, 1)));
    copy.set(bytes);
    const ofOwner = lent.get(this.#owner) ?? new Map<string, Uint8Array>();
    lent.set(this.#owner, ofOwner.set(this.#use, copy));
    new BigUint64Array(place)[0] = native.addressOf(copy);
  }

  /** From here on the engine does with the memory what it wants. */
  [end](): void {
    this.#isOver = true;
    // Takes the memory from whoever holds a view of it.
    for (const each of this.#buffers) if (!each.detached) each.transfer();
  }

  #memory(method: string, count: number, size: number): ArrayBuffer {
    const label = `${this.#use}: ${method}(${method === "lend" ? "" : count})`;
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`${label} needs a count, 0 or more`);
    }
    if (this.isNull) throw new TypeError(`${label} of a null pointer`);
    if (this.#isOver) throw new TypeError(`${label} after the method has returned`);
    const buffer = native.memory(this.address, count * size);
    this.#buffers.push(buffer);
    return buffer;
  }
}

/** Whether a method, by the types of its result and arguments, has to do with addresses. */
export function hasPointers(result: string, args: readonly string[]): boolean {
  return result === "pointer" || args.includes("pointer");
}

/** A function that the engine calls, with its addresses as pointers. */
export function withPointers(
  invoke: AnyFunction,
  label: string,
  args: readonly string[],
): AnyFunction {
  return (self: object, ...given: readonly unknown[]) => {
    const pointers: Pointer[] = [];
    const wrapped = given.map((value, index) => {
      if (args[index] !== "pointer") return value;
      const pointer = new Pointer(value as bigint, self, `${label}, argument ${index + 1}`);
      pointers.push(pointer);
      return pointer;
    });
    try {
      const result: unknown = invoke(self, ...wrapped);
      return result instanceof Pointer ? result.address : result;
    } finally {
      for (const each of pointers) each[end]();
    }
  };
}
