import fc from "fast-check";
import {
  all,
  any,
  Broadcast,
  Channel,
  each,
  Mutex,
  race,
  Semaphore,
  select,
  sleep,
  spawn,
  type Task,
  TestHost,
  timeout,
} from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

/** A channel with messages in it. */
function filled(...messages: string[]): Channel<string> {
  const channel = new Channel<string>(8);
  for (const message of messages) channel.trySend(message);
  return channel;
}

function drained(channel: Channel<string>): string[] {
  const messages: string[] = [];
  for (let next = channel.tryReceive(); next !== undefined; next = channel.tryReceive()) {
    messages.push(next);
  }
  return messages;
}

describe("all", () => {
  test("a lock it was granted goes back when it is cancelled before it has the other", async () => {
    const [sword, shield] = [new Mutex(), new Mutex()];
    shield.tryLock();
    const task = spawn(() => all([sword.lock(), shield.lock()]), { start: "now" });
    await host.advanceFrames(2);
    expect(sword.isLocked).toBe(true);
    task.cancel();
    await host.advanceFrames(1);
    expect([sword.isLocked, task.state]).toEqual([false, "cancelled"]);
  });

  test("a lock it waited for goes back when another member fails", async () => {
    const mutex = new Mutex();
    const permit = mutex.tryLock();
    const fails = async () => {
      await sleep(0.1);
      throw new Error("broken");
    };
    const task = spawn(() => all([mutex.lock(), fails]), { start: "now" });
    task.onSettled(() => true);
    permit?.release();
    await host.advanceFrames(2);
    expect(mutex.isLocked).toBe(true);
    await host.advance(0.2);
    expect([mutex.isLocked, task.error]).toEqual([false, new Error("broken")]);
  });

  test("the messages of a channel go back in their order, before those sent later", async () => {
    const channel = filled("soup", "fish");
    const task = spawn(() => all([channel.receive(), channel.receive(), channel.receive()]));
    await host.advanceFrames(2);
    expect(channel.length).toBe(0);
    task.cancel();
    channel.trySend("cake");
    await host.advanceFrames(1);
    expect(drained(channel)).toEqual(["soup", "fish", "cake"]);
  });

  test("so do they when a member fails, while another waits for one more", async () => {
    const channel = filled("soup", "fish");
    const fails = async () => {
      await sleep(0.1);
      throw new Error("broken");
    };
    const receive = () => channel.receive();
    const task = spawn(() => all([receive(), receive(), receive(), fails]));
    task.onSettled(() => true);
    await host.advance(0.3);
    expect([task.state, drained(channel)]).toEqual(["failed", ["soup", "fish"]]);
  });

  test("a message goes back once, though its promise is there twice", async () => {
    const channel = filled("soup");
    const task = spawn(() => {
      const message = channel.receive();
      return all([message, message, sleep(9)]);
    });
    await host.advanceFrames(2);
    task.cancel();
    expect(drained(channel)).toEqual(["soup"]);
  });

  test("what a function took that returns the wait as it is goes back", async () => {
    const channel = filled("soup");
    const mutex = new Mutex();
    const permit = mutex.tryLock();
    const task = spawn(() => all([() => channel.receive(), () => mutex.lock(), () => sleep(9)]));
    await host.advanceFrames(1);
    permit?.release();
    await host.advanceFrames(1);
    expect([channel.length, mutex.isLocked]).toEqual([0, true]);
    task.cancel();
    await host.advanceFrames(1);
    expect([drained(channel), mutex.isLocked]).toEqual([["soup"], false]);
  });

  test("what an inner combination was granted goes back when the outer one fails", async () => {
    const channel = filled("soup");
    const task = spawn(() => all([race([channel.receive(), sleep(9)]), sleep(9)]));
    await host.advanceFrames(2);
    expect(channel.length).toBe(0);
    task.cancel();
    await host.advanceFrames(1);
    expect(drained(channel)).toEqual(["soup"]);
  });

  test("a task that is given up while the others clean up keeps nothing", async () => {
    const mutex = new Mutex();
    const stubborn = async () => {
      try {
        await sleep(9);
      } finally {
        await new Promise(() => undefined);
      }
    };
    const task = spawn(() => race([mutex.lock(), stubborn]));
    await host.advanceFrames(2);
    expect(mutex.isLocked).toBe(true);
    task.cancel();
    await host.advance(0.5);
    expect([mutex.isLocked, task.state]).toEqual([false, "cancelled"]);
  });
});

describe("race, any and select", () => {
  test("of two messages that were there at once, the loser's stays in its channel", async () => {
    const [kitchen, bar] = [filled("soup"), filled("tea")];
    const task = spawn(() => race([kitchen.receive(), bar.receive()]));
    await host.advanceFrames(1);
    expect([task.result, drained(kitchen), drained(bar)]).toEqual(["soup", [], ["tea"]]);
  });

  test("of two messages of one channel, the loser's is the next", async () => {
    const channel = filled("soup", "fish", "cake");
    const task = spawn(() => any([channel.receive(), channel.receive()]));
    await host.advanceFrames(1);
    expect([task.result, drained(channel)]).toEqual(["soup", ["fish", "cake"]]);
  });

  test("of two messages sent in the same drain, the loser's goes back", async () => {
    const [kitchen, bar] = [new Channel<string>(1), new Channel<string>(1)];
    const task = spawn(() => select({ food: kitchen.receive(), drink: bar.receive() }), {
      start: "now",
    });
    bar.trySend("tea");
    kitchen.trySend("soup");
    await host.advanceFrames(1);
    expect([task.result, drained(kitchen)]).toEqual([{ name: "drink", value: "tea" }, ["soup"]]);
  });

  test("of two functions that took at once, the loser's message goes back", async () => {
    const [kitchen, bar] = [filled("soup"), filled("tea")];
    const task = spawn(() => race([() => kitchen.receive(), () => bar.receive()]));
    await host.advanceFrames(1);
    expect([task.result, drained(bar)]).toEqual(["soup", ["tea"]]);
  });

  test("a permit that lost is given back, the winner's is kept", async () => {
    const [first, second] = [new Semaphore(1), new Semaphore(1)];
    const task = spawn(() => race([first.acquire(), second.acquire()]));
    await host.advanceFrames(1);
    expect([task.state, first.available, second.available]).toEqual(["completed", 0, 1]);
  });

  test("what a subscriber of a broadcast would have got next, it gets later", async () => {
    const news = new Broadcast<string>();
    const task = spawn(async () => {
      const stream = news.subscribe();
      news.send("one");
      news.send("two");
      await race([Promise.resolve(), stream.next()]);
      return [(await stream.next()).value, (await stream.next()).value];
    });
    await host.advanceFrames(1);
    expect(task.result).toEqual(["one", "two"]);
  });

  test("nothing is taken by a combination whose signal is aborted already", async () => {
    const channel = filled("soup");
    const signal = AbortSignal.abort();
    const task = spawn(() =>
      race([channel.receive(), sleep(1)], { signal }).catch(() => "aborted"),
    );
    await host.advanceFrames(2);
    expect([task.result, drained(channel)]).toEqual(["aborted", ["soup"]]);
  });
});

test("a message that comes when the time of a timeout is over stays in its channel", async () => {
  const channel = new Channel<string>(1);
  const task = spawn(() => timeout(0.09, channel.receive()).catch((error) => error.name), {
    start: "now",
  });
  await host.advanceFrames(5);
  channel.trySend("soup");
  await host.advanceFrames(1);
  expect([task.result, drained(channel)]).toEqual(["TimeoutError", ["soup"]]);
});

test("what each(…) took for its items goes back when one of them fails", async () => {
  const channel = filled("soup", "fish");
  const fails = async () => {
    await sleep(0.1);
    throw new Error("broken");
  };
  const task = spawn(() =>
    each([1, 2, 3], (guest) => (guest === 3 ? fails() : channel.receive())).catch(() => "broken"),
  );
  await host.advanceFrames(2);
  expect(channel.length).toBe(0);
  await host.advance(0.2);
  expect([task.result, drained(channel)]).toEqual(["broken", ["soup", "fish"]]);
});

type Take = "parked" | "function";
type Step =
  | {
      readonly do: "take";
      readonly how: Take;
      readonly by: keyof typeof COMBINE;
      readonly of: number[];
    }
  | { readonly do: "send"; readonly to: number }
  | { readonly do: "release" }
  | { readonly do: "cancel"; readonly which: number }
  | { readonly do: "drain" };

/** Two channels, then a semaphore: what a combination may take from. */
class Shop {
  readonly channels = [new Channel<number>(2), new Channel<number>(0)];
  readonly semaphore = new Semaphore(2);
  sent = 0;
  readonly received: number[] = [];
  readonly held: Disposable[] = [];

  take(from: number): Promise<unknown> {
    return this.channels[from]?.receive() ?? this.semaphore.acquire();
  }

  keep(values: unknown): void {
    for (const value of [values].flat(2)) {
      if (typeof value === "number") this.received.push(value);
      else if (typeof value === "object" && value !== null) this.held.push(value as Disposable);
    }
  }
}

type Members = readonly (Promise<unknown> | (() => Promise<unknown>))[];

const COMBINE = {
  all: (members: Members) => all(members),
  race: (members: Members) => race(members),
  any: (members: Members) => any(members),
  select: async (members: Members) =>
    (await select(Object.fromEntries(members.map((each, i) => [`m${i}`, each])))).value,
  timeout: (members: Members) =>
    timeout(0.03, all(members)).catch((error) => {
      if (error.name !== "TimeoutError") throw error;
    }),
  nested: (members: Members) => all([race([all(members), sleep(0.05)]), sleep(0.02)]),
  failing: (members: Members) =>
    all([
      ...members,
      async () => {
        await sleep(0.02);
        throw new Error("broken");
      },
    ]).catch((error) => {
      if (error.message !== "broken") throw error;
    }),
} as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("take" as const),
      how: fc.constantFrom<Take>("parked", "function"),
      by: fc.constantFrom(...(Object.keys(COMBINE) as (keyof typeof COMBINE)[])),
      of: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("send" as const), to: fc.nat(1) }) },
  fc.record({ do: fc.constantFrom("release" as const, "drain" as const) }),
  fc.record({ do: fc.constant("cancel" as const), which: fc.nat(8) }),
);

function begin(shop: Shop, { how, by, of }: Step & { do: "take" }): Task {
  const body = async () => {
    const members = of.map((from) => (how === "parked" ? shop.take(from) : () => shop.take(from)));
    shop.keep(await COMBINE[by](members));
  };
  return spawn(body, { start: "now" });
}

async function play(shop: Shop, steps: readonly Step[]): Promise<void> {
  const tasks: Task[] = [];
  for (const each of steps) {
    if (each.do === "take") tasks.push(begin(shop, each));
    else if (each.do === "send") {
      if (shop.channels[each.to]?.trySend(shop.sent) === true) shop.sent++;
    } else if (each.do === "release") shop.held.pop()?.[Symbol.dispose]();
    else if (each.do === "cancel") tasks[each.which]?.cancel();
    else await host.turn("process");
  }
  await host.advance(0.1);
  for (const task of tasks) task.cancel();
  await host.advanceFrames(2);
}

test("through any combinations and cancellations, no message and no permit is lost or doubled", async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    const shop = new Shop();
    await play(shop, steps);
    const all = [...shop.received];
    for (const channel of shop.channels) {
      for (let left = channel.tryReceive(); left !== undefined; left = channel.tryReceive()) {
        all.push(left);
      }
    }
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: shop.sent }, (_, i) => i));
    expect(shop.semaphore.available).toBe(2 - shop.held.length);
    expect([host.runtime.waitCount, host.runtime.taskCount, host.errors]).toEqual([0, 0, []]);
  });
  await fc.assert(property, { numRuns: 300 });
});
