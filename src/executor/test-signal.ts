import type { SignalSource } from "./once";

type Listener<A extends readonly unknown[]> = (...args: A) => void;

/**
 * A signal without an engine: what a test emits in place of the game.
 *
 * When to use: for the signals of what a test gives to the code that it tests. It has the members of
 * the engine's signals that game code uses, and can be waited for like them.
 *
 * @example
 * const enemy = { hurt: new TestSignal<[damage: number]>("Enemy.hurt") };
 * const fight = spawn(async () => (await once(enemy.hurt))[0]);
 * await host.advanceFrames(1);
 * enemy.hurt.emit(3);
 * await host.advanceFrames(1);
 * expect(await fight).toBe(3);
 */
export class TestSignal<A extends readonly unknown[] = []> implements SignalSource<A> {
  readonly name: string;
  readonly #listeners = new Map<Listener<A>, () => void>();

  /** @param name - how messages call it, such as `Enemy.hurt` */
  constructor(name = "a test's signal") {
    this.name = name;
  }

  /** How many listen. */
  get connectionCount(): number {
    return this.#listeners.size;
  }

  emit(...args: A): void {
    for (const listener of [...this.#listeners.keys()]) listener(...args);
  }

  /** Frees whom the signal belongs to: waits for it reject with a `SourceFreedError`. */
  free(): void {
    const onFreed = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const free of onFreed) free();
  }

  /** Calls a function at each emission. Returns the function that disconnects it. */
  connect(listener: Listener<A>): () => void {
    return this.subscribe(listener, () => {});
  }

  /** Calls a function at the next emission. Returns the function that disconnects it. */
  once(listener: Listener<A>): () => void {
    const disconnect = this.connect((...args) => {
      disconnect();
      listener(...args);
    });
    return disconnect;
  }

  disconnect(listener: Listener<A>): void {
    this.#listeners.delete(listener);
  }

  isConnected(listener: Listener<A>): boolean {
    return this.#listeners.has(listener);
  }

  subscribe(listener: Listener<A>, onFreed: () => void): () => void {
    this.#listeners.set(listener, onFreed);
    return () => this.#listeners.delete(listener);
  }
}
