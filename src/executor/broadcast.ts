import { Stream, type StreamOptions } from "./stream";

/**
 * A signal between tasks: every subscriber gets every message. Sending never waits.
 *
 * When to use: to tell many of what happens. Where each message is for one of them, use
 * {@link Channel}; where only the latest state counts, {@link Watch}.
 *
 * @example
 * const news = new Broadcast<string>();
 * spawn(async () => {
 *   for await (const text of news.subscribe()) show(text);
 * });
 * news.send("the gate is open");
 */
export class Broadcast<T> {
  readonly name: string;
  readonly #streams = new Set<Stream<T>>();
  #isClosed = false;

  /** @param name what to call it where a wait for it is shown. */
  constructor(name = "a broadcast") {
    this.name = name;
  }

  get subscriberCount(): number {
    return this.#streams.size;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * What is sent from now on, to iterate over. What a slow subscriber has not taken yet is
   * kept, unless `buffer` says otherwise. After {@link close} the iteration ends.
   */
  subscribe(options?: StreamOptions): Stream<T> {
    const stream = new Stream<T>(this.name, options);
    if (this.#isClosed) stream.end();
    if (stream.isEnded) return stream;
    this.#streams.add(stream);
    stream.onEnd(() => this.#streams.delete(stream));
    return stream;
  }

  /** Gives a message to all who are subscribed. Returns how many they are. */
  send(message: T): number {
    const count = this.#streams.size;
    for (const stream of this.#streams) stream.push(message);
    return count;
  }

  /** Ends all iterations, after what was sent. Later messages reach nobody. */
  close(): void {
    this.#isClosed = true;
    for (const stream of this.#streams) stream.end();
  }
}
