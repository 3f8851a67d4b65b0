import fc from "fast-check";
import {
  all,
  Channel,
  ChannelClosedError,
  spawn,
  type Task,
  TestHost,
} from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("messages are received in the order they were sent", async () => {
  const channel = new Channel<number>(3);
  for (const i of [1, 2, 3]) await channel.send(i);
  expect([await channel.receive(), await channel.receive(), channel.tryReceive()]).toEqual([
    1, 2, 3,
  ]);
});

test("a sender waits while the channel is full", async () => {
  const channel = new Channel<string>(1);
  await channel.send("first");
  const sender = spawn(() => channel.send("second"), { start: "now" });
  await host.advanceFrames(2);
  expect([sender.state, sender.waitsFor]).toEqual(["running", "room in a channel"]);
  expect(channel.tryReceive()).toBe("first");
  await host.advanceFrames(1);
  expect([sender.state, channel.tryReceive()]).toEqual(["completed", "second"]);
});

test("without capacity a sender waits for a receiver", async () => {
  const channel = new Channel<string>(0);
  expect(channel.trySend("nobody is there")).toBe(false);
  const sender = spawn(() => channel.send("hello"), { start: "now" });
  const receiver = spawn(() => channel.receive(), { start: "now" });
  await host.advanceFrames(1);
  expect([sender.state, receiver.result]).toEqual(["completed", "hello"]);
});

test("iterating ends when the channel is closed and empty", async () => {
  const channel = new Channel<number>(8);
  const received: number[] = [];
  const receiver = spawn(async () => {
    for await (const message of channel) received.push(message);
  });
  for (const i of [1, 2, 3]) channel.trySend(i);
  channel.close();
  await host.advanceFrames(2);
  expect([received, receiver.state]).toEqual([[1, 2, 3], "completed"]);
});

test("a closed channel refuses to send, and to receive when it is empty", async () => {
  const channel = new Channel<number>(1);
  channel.close();
  await expect(channel.send(1)).rejects.toThrow(ChannelClosedError);
  await expect(channel.receive()).rejects.toThrow(ChannelClosedError);
  expect([channel.trySend(1), channel.isClosed]).toEqual([false, true]);
});

test("closing ends the waits of senders and receivers", async () => {
  const full = new Channel<number>(0);
  const empty = new Channel<number>(1);
  const messageOf = (error: Error) => error.message;
  const sender = spawn(() => full.send(1).catch(messageOf), { start: "now" });
  const receiver = spawn(() => empty.receive().catch(messageOf), { start: "now" });
  full.close();
  empty.close();
  await host.advanceFrames(1);
  expect([sender.result, receiver.result]).toEqual([
    "the channel is closed: nothing more can be sent",
    "the channel is closed, and all that was sent has been received",
  ]);
});

test("a message that was handed to a receiver cancelled in the same drain goes to the next", async () => {
  const channel = new Channel<string>(1);
  const [first, second] = [1, 2].map(() => spawn(() => channel.receive(), { start: "now" }));
  channel.trySend("order");
  first?.cancel();
  await host.advanceFrames(1);
  expect([first?.state, second?.result]).toEqual(["cancelled", "order"]);
});

test("a message that comes back goes before those sent later", async () => {
  const channel = new Channel<number>(4);
  const receiver = spawn(() => channel.receive(), { start: "now" });
  channel.trySend(1);
  channel.trySend(2);
  receiver.cancel();
  expect([channel.tryReceive(), channel.tryReceive()]).toEqual([1, 2]);
});

test.each<[string, (channel: Channel<string>) => Promise<unknown>]>([
  ["all", (channel) => all([channel.receive(), channel.receive(), channel.receive()])],
  [
    "Promise.all",
    (channel) => Promise.all([channel.receive(), channel.receive(), channel.receive()]),
  ],
])("messages that come back from a cancelled task are in their order: %s", async (_, receive) => {
  const channel = new Channel<string>(4);
  const task = spawn(() => receive(channel));
  await host.advanceFrames(1);
  for (const message of ["a", "b", "c"]) channel.trySend(message);
  task.cancel();
  channel.trySend("d");
  const messages = [1, 2, 3, 4].map(() => channel.tryReceive());
  expect(messages).toEqual(["a", "b", "c", "d"]);
});

test("a send that is cancelled while it waits has not sent", async () => {
  const channel = new Channel<string>(0);
  const sender = spawn(() => channel.send("too late"), { start: "now" });
  sender.cancel();
  await host.advanceFrames(1);
  expect(channel.tryReceive()).toBeUndefined();
});

test("a receiver that never has to wait leaves room for the others once the budget is spent", async () => {
  const channel = new Channel<number>(Infinity);
  for (let i = 0; i < 100; i++) channel.trySend(i);
  let received = 0;
  spawn(async () => {
    for await (const _ of channel) {
      received++;
      host.spend(1);
    }
  });
  await host.turn("process");
  expect(received).toBe(2);
});

test("a capacity that can't be is refused with an error that quotes it", () => {
  expect(() => new Channel(-1)).toThrow(
    "new Channel(capacity) needs a whole number, 0 or more, or Infinity, but got -1",
  );
});

type Step = "send" | "receive" | "drain" | { readonly cancel: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom("send" as const, "receive" as const, "drain" as const),
  fc.record({ cancel: fc.nat(20) }),
);
const steps = fc.array(step, { maxLength: 40 });

/** Does the steps, and returns what was sent for sure, and all that was received, in order. */
async function play(
  actions: readonly Step[],
  capacity: number,
): Promise<{ sent: number[]; received: number[] }> {
  const channel = new Channel<number>(capacity);
  const tasks: Task[] = [];
  const sent: number[] = [];
  const received: number[] = [];
  let next = 0;
  for (const action of actions) {
    if (action === "drain") await host.turn("process");
    else if (typeof action === "object") {
      tasks[action.cancel]?.cancel();
    } else if (action === "receive") {
      const receive = async () => received.push(await channel.receive());
      tasks.push(spawn(receive, { start: "now" }));
    } else {
      const message = next++;
      const send = async () => {
        await channel.send(message);
        sent.push(message);
      };
      tasks.push(spawn(send, { start: "now" }));
    }
  }
  await host.turn("process");
  for (const task of tasks) task.cancel();
  await host.turn("process");
  for (let rest = channel.tryReceive(); rest !== undefined; rest = channel.tryReceive()) {
    received.push(rest);
  }
  return { sent, received };
}

test("through any sends, receives and cancellations, every message arrives once", async () => {
  const property = fc.asyncProperty(steps, fc.nat(3), async (actions, capacity) => {
    const { sent, received } = await play(actions, capacity);
    expect(received).toEqual(expect.arrayContaining(sent));
    expect(new Set(received).size).toBe(received.length);
    expect(host.runtime.waitCount).toBe(0);
  });
  await fc.assert(property, { numRuns: 150 });
});

test("through any sends and cancelled sends, one receiver gets all in the order they were sent", async () => {
  const property = fc.asyncProperty(steps, fc.nat(3), async (actions, capacity) => {
    const channel = new Channel<number>(capacity);
    const received: number[] = [];
    const receiver = spawn(async () => {
      for await (const message of channel) received.push(message);
    });
    const senders: Task[] = [];
    for (const action of actions) {
      if (action === "drain" || action === "receive") await host.turn("process");
      else if (typeof action === "object") senders[action.cancel]?.cancel();
      else senders.push(spawn(() => channel.send(senders.length), { start: "now" }));
    }
    await host.advanceFrames(30);
    const states = senders.map((sender) => sender.state);
    expect(received).toEqual([...received].sort((a, b) => a - b));
    expect(received).toEqual(expect.arrayContaining(indicesOf(states, "completed")));
    receiver.cancel();
    await host.turn("process");
    expect([host.runtime.waitCount, host.runtime.taskCount]).toEqual([0, 0]);
  });
  await fc.assert(property, { numRuns: 100 });
});

function indicesOf<T>(items: readonly T[], wanted: T): number[] {
  return items.flatMap((item, index) => (item === wanted ? [index] : []));
}
