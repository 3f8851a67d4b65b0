/** What one waiter alone was given. It goes back when whoever has it has no use for it. */
export interface Grant {
  /** Gives it back to whom it came from, once: a second time does nothing. */
  takeBack(): void;
}

/** Where a grant that needed no wait goes back to. */
export interface Granter<T> {
  readonly retract?: ((value: T) => void) | undefined;
}

const grantKey = Symbol("grant");

interface GrantedPromise<T> extends Promise<T> {
  [grantKey]?: Grant;
}

/**
 * A promise of what was there at once, for one taker alone, such as the message of a channel. Where it
 * is a member of a combination that comes to nothing, the value goes back.
 *
 * Hot: the key on the promise costs 10 ns, a WeakMap of promises would cost 100.
 */
export function granted<T>(value: T, granter: Granter<T>): Promise<T> {
  const promise: GrantedPromise<T> = Promise.resolve(value) as Promise<T>;
  promise[grantKey] = new ImmediateGrant(value, granter);
  return promise;
}

/** What a promise of {@link granted} holds; undefined for any other. */
export function grantOf(promise: PromiseLike<unknown>): Grant | undefined {
  return (promise as GrantedPromise<unknown>)[grantKey];
}

class ImmediateGrant<T> implements Grant {
  readonly #value: T;
  #granter: Granter<T> | undefined;

  constructor(value: T, granter: Granter<T>) {
    this.#value = value;
    this.#granter = granter;
  }

  takeBack(): void {
    const granter = this.#granter;
    this.#granter = undefined;
    granter?.retract?.(this.#value);
  }
}
