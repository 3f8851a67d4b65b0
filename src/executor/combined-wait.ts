import { type Combination, describeCombination } from "./combination";
import { LinkedList } from "./linked-list";
import { type Combinable, type Ending, findWaits, Member } from "./member";
import { bestOutlook, type Outlook, worstOutlook } from "./outlook";
import { newParking, type Parking } from "./parking";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

/** What a {@link CombinedWait} ends with. */
export type Verdict<T> =
  | { readonly status: "fulfilled"; readonly value: T }
  | { readonly status: "rejected"; readonly error: unknown }
  | { readonly status: "interrupted"; readonly error: unknown };

/**
 * Waits for several things, of which some may lose. When it is decided, also by the task's
 * cancellation, the rest is cancelled, and it ends when all of that has cleaned up.
 *
 * When to use: to make another combinator. A subclass hears of each member's end, and decides.
 */
export abstract class CombinedWait<T> extends ParkedWait<T> {
  readonly parking: Parking;
  readonly combination: Combination;
  /** What was passed in, until it is started. */
  #given: Member[] = [];
  /** Those that have started and not ended. */
  readonly #running = new LinkedList<Member>();
  #runningCount = 0;
  /** Those that were cancelled and have to clean up. */
  readonly #cleaning = new LinkedList<Member>();
  /** Those that have resolved to something that can be given back, for as long as it may be. */
  readonly #holding: Member[] = [];
  #verdict: Verdict<T> | undefined;
  #hasCancelled = false;
  /** Whether it is within a loop over the members, after which it looks at the verdict. */
  #isBusy = false;

  constructor(combination: Combination, options: WaitOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    this.combination = combination;
  }

  /** @internal Those that run; when it is decided, those that have to clean up. */
  override get members(): Iterable<Member> {
    return this.#hasCancelled ? this.#cleaning : this.#running;
  }

  override get outlook(): Outlook {
    if (this.#verdict !== undefined) return "unknown";
    const outlooks = Array.from(this.#running, (member) => member.outlook);
    return this.combination.needs === "one" ? bestOutlook(outlooks) : worstOutlook(outlooks);
  }

  /** Takes in what was passed to the combinator; it is started when the wait begins. */
  add(sources: readonly Combinable[], name: (index: number) => string): void {
    const waits = findWaits(sources);
    for (const [index, source] of sources.entries()) {
      this.#given.push(new Member(source, index, name, waits[index]));
    }
  }

  override begin(): Wait<T> {
    const { task } = this;
    // With a member that a cancellation has refused all of it is: else another could win, and the task
    // would not hear of it.
    const refused =
      task?.state === "cancelling"
        ? this.#given.find(({ source }) => task.isRefused(source))
        : undefined;
    const promise = (refused?.source as Wait<T> | undefined) ?? super.begin();
    // Refused: what the caller began for it is of no use.
    if (this.promise === undefined) this.#discardGiven();
    return promise;
  }

  override interrupt(error: unknown): void {
    if (!this.isParked) super.interrupt(error);
    else if (this.#verdict === undefined) this.decide({ status: "interrupted", error });
    else {
      this.#verdict = { status: "interrupted", error };
      this.#giveBack();
    }
  }

  override drop(): void {
    const isParked = this.isParked;
    super.drop();
    if (isParked) this.#giveBack();
  }

  /** How many members run. */
  protected get running(): number {
    return this.#runningCount;
  }

  protected get isDecided(): boolean {
    return this.#verdict !== undefined;
  }

  /** Tells how one member has ended, while nothing is decided yet. */
  protected abstract memberEnded(index: number, ending: Ending): void;

  protected startMember(member: Member): void {
    this.#put(member, this.#running);
    member.start(this.#onEnd);
  }

  /** Decides what the wait ends with, and cancels what still runs. The first decision counts. */
  protected decide(verdict: Verdict<T>): void {
    if (this.#verdict !== undefined) return;
    this.#verdict = verdict;
    this.#carryOut();
  }

  protected list(): void {
    const given = this.#given;
    this.#given = [];
    this.#isBusy = true;
    try {
      for (const member of given) {
        if (this.#verdict === undefined || member.isGoing) this.startMember(member);
      }
    } catch (error) {
      this.#isBusy = false;
      this.#cancelRunning();
      for (const member of given) member.discard(this.#why());
      throw error;
    }
    this.#isBusy = false;
    this.#carryOut();
  }

  protected unlist(): void {
    this.#cancelRunning();
  }

  /** What a combination resolves to is what its members did. */
  protected override retract(): void {
    this.#giveBack();
  }

  protected describe(): string {
    return this.#describe("short");
  }

  protected override describeFully(): string {
    return this.#describe("full");
  }

  readonly #onEnd = (member: Member, ending: Ending): boolean => {
    const isOpen = member.list !== undefined && this.#verdict === undefined;
    if (ending.status === "fulfilled" && member.isGrant) {
      if (isOpen) this.#holding.push(member);
      else member.giveBack();
    }
    // What can't be cancelled is no longer awaited.
    if (member.list === undefined) return true;
    this.#put(member, undefined);
    if (isOpen) {
      this.memberEnded(member.index, ending);
      return true;
    }
    this.#carryOut();
    // What fails in its cleanup is nobody's: it is reported.
    return false;
  };

  #carryOut(): void {
    if (this.#isBusy || this.#verdict === undefined) return;
    this.#cancelRunning();
    const verdict = this.#verdict;
    // After those that run, of which one would take it and give it back once more, out of its turn.
    if (verdict.status !== "fulfilled") this.#giveBack();
    if (this.#cleaning.first !== undefined) return;
    if (verdict.status === "fulfilled") this.release(verdict.value);
    else if (verdict.status === "rejected") this.releaseError(verdict.error);
    else super.interrupt(verdict.error);
  }

  /** Cancels what runs; those stay that have to clean up. */
  #cancelRunning(): void {
    if (this.#isBusy || this.#hasCancelled) return;
    this.#hasCancelled = true;
    this.#isBusy = true;
    // The last one first, so that what they were given goes back in the order it came. One that is
    // cancelled may end others in the same call.
    for (let member = this.#running.last; member !== undefined; member = this.#running.last) {
      this.#put(member, this.#cleaning);
      if (!member.cancel(this.#why())) this.#put(member, undefined);
    }
    this.#isBusy = false;
  }

  /** Gives back what nobody will get, the last one first. */
  #giveBack(): void {
    for (const member of this.#holding.splice(0).reverse()) member.giveBack();
  }

  #put(member: Member, list: LinkedList<Member> | undefined): void {
    if (member.list === this.#running) this.#runningCount--;
    member.list?.remove(member);
    member.list = list;
    list?.add(member);
    if (list === this.#running) this.#runningCount++;
  }

  #discardGiven(): void {
    for (const member of this.#given) member.discard(this.#why());
    this.#given = [];
  }

  #describe(detail: "short" | "full"): string {
    const text = describeCombination(this.combination, this.members, (member) =>
      member.describe(detail),
    );
    return this.#cleaning.first === undefined ? text : `the cleanup of ${text}`;
  }

  #why(): string {
    return `${this.combination.name}(…) no longer needs it`;
  }
}
