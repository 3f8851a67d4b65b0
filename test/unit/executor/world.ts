import {
  Broadcast,
  Channel,
  frames,
  Latch,
  Mutex,
  nextFrame,
  Oneshot,
  PHASES,
  Semaphore,
  type TestHost,
  type WaitOptions,
  Watch,
} from "../../../src/executor";
import { Emitter } from "./emitter";

/** Whatever an operation may wait for. `settle` lets all of it happen. */
export class World {
  readonly hurt = new Emitter<[number]>("Enemy.hurt");
  readonly latch = new Latch();
  readonly oneshot = new Oneshot<number>();
  readonly semaphore = new Semaphore(2);
  readonly mutex = new Mutex();
  readonly inbox = new Channel<number>(4);
  readonly full = new Channel<number>(0);
  readonly news = new Broadcast<number>();
  readonly watch = new Watch(0);
  readonly #permits = [this.semaphore.tryAcquire(2), this.mutex.tryLock()];
  isDone = false;
  sent = 0;
  received = 0;

  settle(): void {
    this.isDone = true;
    this.hurt.emit(1);
    this.latch.open();
    this.oneshot.resolve(1);
    this.giveBack();
    if (this.inbox.trySend(this.sent)) this.sent++;
    this.full.tryReceive();
    this.news.send(1);
    this.watch.value++;
  }

  giveBack(): void {
    for (const permit of this.#permits) permit?.release();
  }

  /** What is left of waits, there and in the runtime: nothing is as it should be. */
  leftIn({ runtime, pool }: TestHost) {
    const { game, unscaled, real, physics } = runtime.timers;
    return {
      tasks: runtime.taskCount,
      waits: runtime.waitCount,
      ready: pool.readyCount,
      timers: game.size + unscaled.size + real.size + physics.size,
      isWaitingForFrames: PHASES.some(
        (phase) => runtime.phases.tryFramesOf(phase)?.isEmpty === false,
      ),
      isPhaseUsed: (["physics", "preDraw", "postDraw"] as const).some((phase) =>
        runtime.isUsed(phase),
      ),
      listeners: this.hurt.subscribers.size,
      subscribers: this.news.subscriberCount,
      permitsHeld: 2 - this.semaphore.available,
      isLocked: this.mutex.isLocked,
      messagesLost: this.sent - this.received - this.inbox.length,
    };
  }
}

/** {@link World.leftIn} where all is as it should be. */
export const NOTHING_LEFT: ReturnType<World["leftIn"]> = {
  tasks: 0,
  waits: 0,
  ready: 0,
  timers: 0,
  isWaitingForFrames: false,
  isPhaseUsed: false,
  listeners: 0,
  subscribers: 0,
  permitsHeld: 0,
  isLocked: false,
  messagesLost: 0,
};

export async function receive(world: World, options?: WaitOptions): Promise<void> {
  await world.inbox.receive(options);
  world.received++;
}

export async function takeTwo(items: AsyncIterable<unknown>): Promise<void> {
  let taken = 0;
  for await (const _ of items) {
    await nextFrame();
    if (++taken === 2) break;
  }
}

export async function cleansUp(wait: () => Promise<unknown>): Promise<void> {
  try {
    await wait();
  } finally {
    await frames(2);
  }
}
