import {
  frames,
  nextFrame,
  once,
  PHASES,
  type Phase,
  physicsFrame,
  physicsFrames,
  sleep,
  spawn,
  TestHost,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
const log: string[] = [];
beforeEach(() => {
  host = new TestHost({ frameBudget: 2 });
  log.length = 0;
});
afterEach(() => host.terminate());

test.each(PHASES)(
  "a wait that names %s goes on in its next drain, and in no other",
  async (phase) => {
    const hurt = new Emitter<[]>();
    const task = spawn(() => once(hurt, { phase }), { start: "now" });
    hurt.emit();
    for (const other of PHASES.filter((each) => each !== phase)) await host.turn(other);
    expect(task.state).toBe("running");
    await host.turn(phase);
    expect(task.state).toBe("completed");
  },
);

test.each(PHASES)("nextFrame waits for the next drain of %s", async (phase) => {
  const task = spawn(() => nextFrame({ phase }), { start: "now" });
  for (const other of PHASES.filter((each) => each !== phase)) await host.turn(other);
  expect(task.state).toBe("running");
  await host.turn(phase);
  expect(task.state).toBe("completed");
});

test("a wait that names no phase goes on in neither physics nor a draw phase", async () => {
  const task = spawn(() => 1);
  for (const phase of ["physics", "preDraw", "postDraw"] as const) await host.turn(phase);
  expect(task.state).toBe("queued");
});

test("each phase counts its own frames", async () => {
  const task = spawn(() => frames(2, { phase: "late" }), { start: "now" });
  await host.turn("process");
  await host.turn("process");
  await host.turn("late");
  expect(task.state).toBe("running");
  await host.turn("late");
  expect(task.state).toBe("completed");
});

test("physicsFrames counts ticks", async () => {
  const one = spawn(() => physicsFrame(), { start: "now" });
  const three = spawn(() => physicsFrames(3), { start: "now" });
  await host.turn("physics");
  expect([one.state, three.state]).toEqual(["completed", "running"]);
  await host.turn("physics");
  await host.turn("physics");
  expect(three.state).toBe("completed");
});

test("the budget of one phase is not another's", async () => {
  const work = (name: string) => () => {
    log.push(name);
    host.spend(5);
  };
  const hurt = new Emitter<[]>();
  spawn(() => once(hurt, { phase: "physics" }).then(work("a")), { start: "now" });
  spawn(() => once(hurt, { phase: "physics" }).then(work("b")), { start: "now" });
  hurt.emit();
  await host.turn("physics");
  expect(log).toEqual(["a"]);
  await host.turn("process");
  await host.turn("late");
  expect(log).toEqual(["a"]);
  await host.turn("physics");
  expect(log).toEqual(["a", "b"]);
});

test("a phase is used from when somebody waits for it until nobody does", async () => {
  const { runtime } = host;
  const used = () => [...runtime.usedPhases()];
  expect(used()).toEqual(["process", "late"]);
  const first = spawn(() => physicsFrame(), { start: "now" });
  const second = spawn(() => physicsFrames(2), { start: "now" });
  spawn(() => once(new Emitter<[]>(), { phase: "preDraw" }), { start: "now" });
  expect(used()).toEqual(["physics", "process", "preDraw", "late"]);
  await host.turn("physics");
  expect([first.state, used()]).toEqual(["completed", ["physics", "process", "preDraw", "late"]]);
  second.cancel();
  await host.turn("physics");
  await host.turn("process");
  expect(used()).toEqual(["process", "preDraw", "late"]);
});

test("the host is told of the first wait for a phase, and only of that", () => {
  const wanted: Phase[] = [];
  const told = new TestHost();
  told.wantPhase = (phase) => wanted.push(phase);
  void physicsFrame();
  void physicsFrame();
  void sleep(1, { clock: "physics" });
  void nextFrame({ phase: "postDraw" });
  void nextFrame({ phase: "late" });
  void nextFrame();
  expect(wanted).toEqual(["physics", "postDraw"]);
  return told.terminate();
});

test("a draw phase says whether the frame is drawn", async () => {
  const frame = { delta: 1 / 60, timeScale: 1, paused: false, drawn: true };
  const drawn = nextFrame({ phase: "postDraw" });
  host.runtime.beginTurn("postDraw", frame);
  while (host.runtime.step());
  expect(await drawn).toEqual({ drawn: true });
});

test("a timer whose wait names a phase goes on there when it is due", async () => {
  const task = spawn(() => sleep(0, { phase: "preDraw" }), { start: "now" });
  await host.turn("process");
  await host.turn("late");
  expect(task.state).toBe("running");
  await host.turn("preDraw");
  expect(task.state).toBe("completed");
});

test("waits say what they wait for", async () => {
  const waits = [
    () => physicsFrame(),
    () => physicsFrames(3),
    () => nextFrame({ phase: "late" }),
    () => frames(2, { phase: "preDraw" }),
    () => sleep(1, { clock: "physics" }),
  ];
  expect(waits.map((wait) => spawn(wait, { start: "now" }).waitsFor)).toEqual([
    "physicsFrame()",
    "physicsFrames(3)",
    "nextFrame() in the phase late",
    "frames(2) in the phase preDraw",
    "sleep(1), on the physics clock",
  ]);
});

test("an unknown phase throws an error that lists the phases", () => {
  expect(() => nextFrame({ phase: "draw" as Phase })).toThrow(
    'a wait\'s phase is one of "physics", "process", "preDraw", "postDraw", "late", but got "draw"',
  );
});

test("physicsFrames(1.5) throws a RangeError", () => {
  expect(() => physicsFrames(1.5)).toThrow(
    "physicsFrames(count) needs a whole number of frames, 0 or more, but got 1.5",
  );
});
