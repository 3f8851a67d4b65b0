import { ChannelClosedError } from "./channel-closed-error";
import { Deque } from "./deque";
import { granted } from "./grant";
import { quote } from "./quote";
import type { Wait, WaitOptions } from "./wait";
import { WaitQueue } from "./wait-queue";
import { mayGoOn, refuse } from "./without-parking";

/**
 * A queue between tasks: each message goes to one receiver, in the order it was sent. When
 * the channel is full, senders wait until there is room.
 *
 * When to use: to hand work from those who find it to those who do it, without piling up
 * more than they can do. Where everybody shall hear everything, use {@link Broadcast}.
 *
 * No message is lost to a cancellation: one that was handed to a receiver which is cancelled in
 * the same drain, or which loses in a combination such as {@link race}, goes to the next, or back
 * to the front of the channel. A send that is cancelled has not sent, unless its message was taken
 * before.
 *
 * @example
 * const orders = new Channel<string>(8);
 * spawn(async () => {
 *   for await (const order of orders) await cook(order);
 * });
 * await orders.send("soup");
 * orders.close();
 */
export class Channel<T> implements AsyncIterable<T, void> {
  readonly capacity: number;
  readonly #messages = new Deque<T>();
  readonly #senders = new WaitQueue<void, T>({ name: "room in a channel" });
  readonly #receivers = new WaitQueue<T>({
    name: "a message of a channel",
    retract: (message) => this.#putBack(message),
  });
  #isClosed = false;

  /**
   * @param capacity how many messages may wait in the channel. 0 makes each sender wait for
   *   a receiver, Infinity none of them for anything.
   * @throws RangeError when it is not a whole number, 0 or more, or Infinity.
   */
  constructor(capacity: number) {
    if (!(Number.isSafeInteger(capacity) || capacity === Infinity) || capacity < 0) {
      throw new RangeError(
        `new Channel(capacity) needs a whole number, 0 or more, or Infinity, but got ${quote(capacity)}`,
      );
    }
    this.capacity = capacity;
  }

  /** How many messages wait in the channel. */
  get length(): number {
    return this.#messages.length;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * Sends a message, at once if there is room or a receiver, else when there is.
   * Rejects with {@link ChannelClosedError} when the channel is closed, or is before there was room.
   */
  send(message: T, options?: WaitOptions): Wait<void> {
    if (!this.#canSend() && !this.#isClosed) return this.#senders.park(message, options);
    const refused = refuse(options);
    if (refused !== undefined) return refused;
    if (this.#isClosed) return Promise.reject(new ChannelClosedError("send"));
    this.#accept(message);
    return Promise.resolve();
  }

  /** Sends a message if that needs no waiting. Returns whether it did. */
  trySend(message: T): boolean {
    if (this.#isClosed || !this.#canSend()) return false;
    this.#accept(message);
    return true;
  }

  /**
   * Takes the next message, at once if there is one, else when one is sent.
   * Rejects with {@link ChannelClosedError} when the channel is closed and empty, or becomes so.
   */
  receive(options?: WaitOptions): Wait<T> {
    if (this.#hasMessage()) {
      const refused = refuse(options);
      if (refused !== undefined) return refused;
      if (mayGoOn()) return granted(this.#take(), this.#receivers.options);
      const wait = this.#receivers.park(undefined, options);
      this.#receivers.first?.settle(this.#take());
      return wait;
    }
    if (!this.#isClosed) return this.#receivers.park(undefined, options);
    return refuse(options) ?? Promise.reject(new ChannelClosedError("receive"));
  }

  /** Takes the next message if there is one; otherwise returns undefined. */
  tryReceive(): T | undefined {
    return this.#hasMessage() ? this.#take() : undefined;
  }

  /**
   * Lets nothing more in. What was sent can still be received; those who wait to send, or in
   * an empty channel to receive, get a {@link ChannelClosedError}. A second call does nothing.
   */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#senders.failAll(new ChannelClosedError("send"));
    this.#receivers.failAll(new ChannelClosedError("receive"));
  }

  /** Receives until the channel is closed and empty. Several may do so: each message goes to one. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      let message: T;
      try {
        message = await this.receive();
      } catch (error) {
        if (error instanceof ChannelClosedError) return;
        throw error;
      }
      yield message;
    }
  }

  #canSend(): boolean {
    return this.#receivers.first !== undefined || this.#messages.length < this.capacity;
  }

  #hasMessage(): boolean {
    return this.#messages.length > 0 || this.#senders.first !== undefined;
  }

  #accept(message: T): void {
    const receiver = this.#receivers.first;
    if (receiver === undefined) this.#messages.push(message);
    else receiver.settle(message);
  }

  /** Takes the first message, of which there is one, and lets in what now has room. */
  #take(): T {
    const sender = this.#senders.first;
    if (sender === undefined) return this.#messages.shift() as T;
    sender.settle();
    if (this.#messages.length === 0) return sender.brought;
    this.#messages.push(sender.brought);
    return this.#messages.shift() as T;
  }

  #putBack(message: T): void {
    const receiver = this.#receivers.first;
    if (receiver === undefined) this.#messages.unshift(message);
    else receiver.settle(message);
  }
}
