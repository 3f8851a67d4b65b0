import { Broadcast, nextFrame, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

function collect(news: Broadcast<string>): { heard: string[]; state(): string } {
  const heard: string[] = [];
  const task = spawn(
    async () => {
      for await (const text of news.subscribe()) {
        heard.push(text);
        await nextFrame();
      }
    },
    { start: "now" },
  );
  return { heard, state: () => task.state };
}

test("every subscriber gets every message", async () => {
  const news = new Broadcast<string>();
  const [a, b] = [collect(news), collect(news)];
  expect(news.send("the gate is open")).toBe(2);
  news.send("the king is here");
  await host.advanceFrames(3);
  const all = ["the gate is open", "the king is here"];
  expect([a.heard, b.heard]).toEqual([all, all]);
});

test("a subscriber gets what is sent after it came", async () => {
  const news = new Broadcast<string>();
  news.send("early");
  const { heard } = collect(news);
  news.send("late");
  await host.advanceFrames(1);
  expect(heard).toEqual(["late"]);
});

test("after it is closed the iterations end, with what was sent before", async () => {
  const news = new Broadcast<string>();
  const { heard, state } = collect(news);
  news.send("a");
  news.send("b");
  news.close();
  expect(news.send("c")).toBe(0);
  await host.advanceFrames(4);
  expect([heard, state(), news.isClosed]).toEqual([["a", "b"], "completed", true]);
});

test("who subscribes after it is closed gets the end", async () => {
  const news = new Broadcast<string>();
  news.close();
  expect(await news.subscribe().next()).toEqual({ done: true, value: undefined });
});

test("who leaves is no subscriber any more", async () => {
  const news = new Broadcast<string>();
  const task = spawn(() => news.subscribe().next(), { start: "now" });
  expect(news.subscriberCount).toBe(1);
  task.cancel();
  expect(news.subscriberCount).toBe(0);
});
