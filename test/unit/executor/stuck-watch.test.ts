import {
  all,
  any,
  arm,
  each,
  frames,
  on,
  once,
  race,
  Scope,
  type SignalSource,
  StuckWatch,
  select,
  sleep,
  spawn,
  type Task,
  TestHost,
  tasks,
  timeout,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
let watch: StuckWatch;
beforeEach(() => {
  host = new TestHost();
  watch = new StuckWatch(host.runtime, 4);
});
afterEach(() => host.terminate());

async function play(seconds: number): Promise<void> {
  for (let i = 0; i < seconds * 60; i++) {
    await host.advanceFrames(1);
    watch.check();
  }
}

test("a wait that lasts too long is reported, once, with its task and what it waits for", async () => {
  spawn(() => once(new Emitter<[]>()), { name: "patrol" });
  await play(4);
  expect(host.warnings).toEqual([]);
  await play(20);
  expect(host.warnings).toEqual([
    'task "patrol" has waited for once(Emitter.emitted) for more than 4 s',
  ]);
});

test("the report tells where the source of a signal is, if that knows, and what it is called otherwise", async () => {
  const bell = (asked: string[]): SignalSource<[]> => ({
    name: "Bell.rung",
    describe: () => `Bell.rung of /root/Tower/${asked.push("asked")}`,
    subscribe: () => () => {},
  });
  const asked: string[] = [];
  spawn(() => once(bell(asked)), { name: "monk" });
  spawn(() => arm(bell(asked)), { name: "abbot" });
  spawn(
    async () => {
      for await (const _ of on(bell(asked)));
    },
    { name: "novice" },
  );
  await play(4);
  expect([asked, tasks().map((task) => task.waits[0]?.name)]).toEqual([
    [],
    ["once(Bell.rung)", "arm(Bell.rung)", "on(Bell.rung)"],
  ]);
  await play(4);
  expect(host.warnings).toEqual([
    'task "monk" has waited for once(Bell.rung of /root/Tower/1) for more than 4 s',
    'task "abbot" has waited for arm(Bell.rung of /root/Tower/2) for more than 4 s',
    'task "novice" has waited for on(Bell.rung of /root/Tower/3) for more than 4 s',
  ]);
});

test("a wait that ends in time is not reported", async () => {
  const bell = new Emitter<[]>();
  spawn(async () => {
    for (;;) await once(bell);
  });
  for (let i = 0; i < 10; i++) {
    await play(2);
    bell.emit();
  }
  expect(host.warnings).toEqual([]);
});

test("a wait that ends by itself, or with another task, is not reported", async () => {
  spawn(() => sleep(100));
  spawn(() => frames(10_000));
  spawn(() => sleep(Number.POSITIVE_INFINITY));
  spawn(async () => {
    await spawn(() => sleep(100));
  });
  await play(20);
  expect(host.warnings).toEqual([]);
});

test("waits of a scope's tasks, and of code outside of tasks, are reported too", async () => {
  once(new Emitter<[]>(), { name: "the bell" });
  new Scope("match").spawn(() => once(new Emitter<[]>(), { name: "the whistle" }), {
    name: "referee",
  });
  await play(10);
  expect(host.warnings).toEqual([
    "code outside of any task has waited for the bell for more than 4 s",
    'task "referee" has waited for the whistle for more than 4 s',
  ]);
});

test("what a time ends is not reported, however it is combined with it", async () => {
  const bell = () => once(new Emitter<[]>());
  spawn(() => race([bell(), sleep(100)]));
  spawn(() => any([bell(), sleep(100)]));
  spawn(() => select({ rung: bell(), tired: sleep(100) }));
  spawn(() => timeout(100, bell()));
  spawn(() => race([all([bell(), bell()]), sleep(100)]));
  spawn(() => all([race([bell(), sleep(100)]), sleep(100)]));
  await play(20);
  expect(host.warnings).toEqual([]);
});

test("what tasks wait for that a time ends is not reported either", async () => {
  const bell = () => once(new Emitter<[]>());
  const party = async () => {
    spawn(bell, { name: "guest" });
    await bell();
  };
  const guest = spawn(bell, { name: "guest of nobody" });
  spawn(() => timeout(100, party));
  spawn(() => race([guest, () => sleep(100)]));
  spawn(() => race([all([party, bell()]), sleep(100)]));
  await play(20);
  expect(host.warnings).toEqual([]);
});

test("a combination that nothing ends is reported as one thing, with all that could end it", async () => {
  spawn(() => race([once(new Emitter("Bell.rung")), once(new Emitter("Door.opened"))]), {
    name: "monk",
  });
  await play(20);
  expect(host.warnings).toEqual([
    'task "monk" has waited for race(once(Bell.rung), once(Door.opened)) for more than 4 s',
  ]);
});

test("all is stuck when one member is, and is reported with what it still waits for", async () => {
  spawn(() => all([sleep(1), once(new Emitter("Bell.rung")), sleep(100)]), { name: "monk" });
  await play(20);
  expect(host.warnings).toEqual([
    'task "monk" has waited for all(once(Bell.rung), sleep(100)) for more than 4 s',
  ]);
});

test("a time within all ends nothing of the rest", async () => {
  const bell = async function ringer() {
    await once(new Emitter("Bell.rung"));
  };
  spawn(() => all([bell, sleep(100)]), { name: "monk" });
  spawn(() => each([1], bell), { name: "abbot" });
  await play(20);
  expect(host.warnings).toEqual([
    'task "ringer" has waited for once(Bell.rung) for more than 4 s',
    'task "each[0]" has waited for once(Bell.rung) for more than 4 s',
  ]);
});

test("a task that goes on keeps a race from being stuck, and one that is stuck is reported itself", async () => {
  const skip = new Emitter("Skip.pressed");
  const intro = async () => {
    for (let i = 0; i < 100; i++) await sleep(1);
  };
  spawn(() => race([once(skip), intro]), { name: "first" });
  spawn(() => race([once(skip), async () => once(new Emitter("Bell.rung"))]), { name: "second" });
  await play(20);
  expect(host.warnings).toEqual([
    'task "race[1]" has waited for once(Bell.rung) for more than 4 s',
  ]);
});

test("a time that is never over ends nothing", async () => {
  const ring = async () => once(new Emitter("Bell.rung"));
  spawn(() => timeout(Number.POSITIVE_INFINITY, ring));
  await play(20);
  expect(host.warnings).toEqual(['task "ring" has waited for once(Bell.rung) for more than 4 s']);
});

test("tasks that wait for each other are not reported, and end no other wait", async () => {
  let second: Task | undefined;
  const first: Task = spawn(() => race([second as Task, once(new Emitter())]));
  second = spawn(() => race([first, once(new Emitter())]));
  await play(20);
  expect(host.warnings).toEqual([]);
});

test("seconds that aren't above 0 are refused", () => {
  expect(() => new StuckWatch(host.runtime, 0)).toThrow(
    new RangeError("StuckWatch needs seconds above 0, but got 0"),
  );
});
