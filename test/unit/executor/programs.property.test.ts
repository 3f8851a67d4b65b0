import fc from "fast-check";
import {
  all,
  any,
  arm,
  Channel,
  type Combinable,
  currentTask,
  each,
  frames,
  isCancellation,
  Latch,
  nextFrame,
  on,
  once,
  type Permit,
  physicsFrames,
  race,
  Semaphore,
  select,
  sleep,
  spawn,
  type Task,
  TestHost,
  taskGroup,
  timeout,
  until,
  untilResume,
  yieldNow,
} from "../../../src/executor";
import { Emitter } from "./emitter";
import { collectUnhandled } from "./unhandled";

/** A piece of a program. Pieces that consist of others run them one after the other, or beside each other. */
interface Piece {
  readonly kind: keyof typeof KINDS;
  readonly wait: keyof typeof WAITS;
  readonly pieces: readonly Piece[];
  readonly target: number;
}

class Planned extends Error {}

/** What the programs wait for. Messages and permits are counted. */
class World {
  readonly host: TestHost;
  readonly hurt = new Emitter<[by: string]>("Enemy.hurt");
  readonly latch = new Latch();
  readonly channel = new Channel<number>(1);
  readonly semaphore = new Semaphore(100);
  readonly tasks: Task[] = [];
  readonly received: number[] = [];
  readonly sent: number[] = [];
  begun = 0;
  cleanups = 0;
  isOver = false;
  #message = 1;

  constructor(seed: number) {
    this.host = new TestHost({ seed, framesPerSecond: 200 });
  }

  start(pieces: readonly Piece[], run = spawn): Task {
    const task = run(async () => {
      this.begun++;
      try {
        await this.run(pieces);
      } finally {
        this.cleanups++;
        await all([frames(1), () => yieldNow()]);
      }
    });
    task.onSettled(() => true);
    this.tasks.push(task);
    return task;
  }

  async run(pieces: readonly Piece[]): Promise<void> {
    for (const piece of pieces) {
      const permit = this.semaphore.tryAcquire();
      try {
        this.keep(await KINDS[piece.kind](this, piece));
      } finally {
        permit?.release();
      }
    }
  }

  /** Sends a message, if there is room. */
  send(): void {
    if (this.channel.trySend(this.#message)) this.sent.push(this.#message++);
  }

  /** Notes the messages, and gives back the permits, in what a wait or a combination resolved to. */
  keep(value: unknown): void {
    if (typeof value === "number") this.received.push(value);
    else if (Array.isArray(value)) for (const each of value) this.keep(each);
    else if (typeof value === "object" && value !== null) {
      if ("release" in value) (value as Permit).release();
      else if ("value" in value) this.keep(value.value);
    }
  }

  /** Lets happen all that is waited for. */
  settle(): void {
    this.isOver = true;
    this.latch.open();
    this.hurt.emit("a bear");
    this.send();
    for (const task of this.tasks) if (task.isResumable) task.resume();
  }
}

const WAITS = {
  nextFrame: () => nextFrame(),
  frames: () => frames(2, { phase: "late" }),
  physicsFrames: () => physicsFrames(2),
  yieldNow: () => yieldNow(),
  sleep: () => sleep(0.02),
  "sleep, real": () => sleep(0.01, { clock: "real", phase: "postDraw" }),
  once: ({ hurt }: World) => once(hurt),
  arm: ({ hurt }: World) => arm(hurt),
  until: (world: World) => until(() => world.isOver),
  latch: ({ latch }: World) => latch.wait(),
  receive: ({ channel }: World) => channel.receive(),
  acquire: ({ semaphore }: World) => semaphore.acquire(1),
  untilResume: () => race([() => untilResume(), sleep(0.02)]),
  platform: () => new Promise<void>((resolve) => setImmediate(resolve)),
} as const satisfies Record<string, (world: World) => Promise<unknown>>;

/** Begins what a combination is given: waits are begun by it, the rest runs as a function. */
function members(world: World, { pieces, wait }: Piece): readonly Combinable[] {
  const functions = pieces.map((piece) =>
    piece.kind === "wait" ? WAITS[piece.wait](world) : () => world.run([piece]),
  );
  return [...functions, WAITS[wait](world)];
}

const KINDS = {
  wait: (world: World, { wait }: Piece) => WAITS[wait](world),
  all: (world: World, piece: Piece) => all(members(world, piece)),
  any: (world: World, piece: Piece) => any(members(world, piece)),
  race: (world: World, piece: Piece) => race(members(world, piece)),
  select: (world: World, piece: Piece) =>
    select(Object.fromEntries(members(world, piece).entries())),
  timeout: (world: World, { pieces }: Piece) => timeout(0.03, () => world.run(pieces)),
  each: (world: World, { pieces }: Piece) =>
    each(pieces, (piece) => world.run([piece]), { concurrency: 2 }),
  spawn: (world: World, { pieces }: Piece) => void world.start(pieces),
  join: (world: World, { pieces }: Piece) => world.start(pieces),
  "task that returns a task": (world: World, { pieces }: Piece) =>
    spawn(() => world.start(pieces, (body) => spawn(body, { scope: null }))),
  group: async (world: World, { pieces }: Piece) => {
    await using group = taskGroup();
    for (const piece of pieces) world.start([piece], (body) => group.spawn(body));
  },
  on: async ({ hurt }: World) => {
    for await (const _ of on(hurt)) break;
  },
  cancel: ({ tasks }: World, { target }: Piece) => tasks[target % tasks.length]?.cancel(),
  "cancel itself": () => currentTask()?.cancel(),
  throw: () => {
    throw new Planned();
  },
  catch: async (world: World, { pieces }: Piece) => {
    try {
      await world.run(pieces);
    } catch (error) {
      if (isCancellation(error) || currentTask()?.state === "cancelling") throw error;
    }
  },
} as const;

const { program } = fc.letrec<{ program: readonly Piece[]; piece: Piece }>((tie) => ({
  piece: fc.record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
    wait: fc.constantFrom(...(Object.keys(WAITS) as (keyof typeof WAITS)[])),
    pieces: fc.oneof({ maxDepth: 3, depthSize: "large" }, fc.constant([]), tie("program")),
    target: fc.nat({ max: 20 }),
  }),
  program: fc.array(tie("piece"), { minLength: 1, maxLength: 3, size: "max" }) as never,
}));

const unhandled = collectUnhandled();

test.each(["settle", "cancel", "terminate"] as const)(
  "programs of anything that can be awaited end once and leave nothing, by %s",
  async (end) => {
    const programs = fc.array(program, { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(fc.nat(), programs, async (seed, starts) => {
      await play(new World(seed), starts, end);
    });
    await fc.assert(property, { numRuns: 1000 });
  },
  60_000,
);

async function play(
  world: World,
  starts: readonly (readonly Piece[])[],
  end: "settle" | "cancel" | "terminate",
): Promise<void> {
  const { host, tasks, channel, semaphore } = world;
  const { runtime, pool } = host;
  for (const start of starts) world.start(start);
  for (let frame = 0; frame < 6; frame++) {
    world.send();
    if (frame === 3) world.hurt.emit("a bear");
    await host.advanceFrames(1);
  }
  if (end === "terminate") await host.terminate();
  // What a task starts in its cleanup, or what belongs to nobody, has to be cancelled as well.
  for (let frame = 0; frame < 200 && runtime.taskCount > 0; frame++) {
    if (end === "settle") world.settle();
    if (end === "cancel") for (const task of tasks) task.cancel();
    await host.advanceFrames(1);
  }
  await host.advanceFrames(9);
  for (let message = channel.tryReceive(); message; message = channel.tryReceive()) {
    world.received.push(message);
  }
  expect(tasks.filter((task) => !task.isSettled)).toEqual([]);
  expect([world.cleanups, host.errors.filter(({ error }) => !(error instanceof Planned))]).toEqual([
    world.begun,
    [],
  ]);
  expect([host.warnings, unhandled.splice(0)]).toEqual([[], []]);
  expect(world.received.sort((a, b) => a - b)).toEqual(world.sent);
  expect([semaphore.available, world.hurt.subscribers.size]).toEqual([100, 0]);
  expect([runtime.taskCount, runtime.waitCount, pool.readyCount]).toEqual([0, 0, 0]);
  const { game, real, physics } = runtime.timers;
  expect([game.size, real.size, physics.size, runtime.frames.isEmpty]).toEqual([0, 0, 0, true]);
  if (end !== "terminate") await host.terminate();
}
