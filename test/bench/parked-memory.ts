import {
  Animation,
  AnimationLibrary,
  AnimationPlayer,
  AudioStreamGenerator,
  AudioStreamPlayer,
  type Node,
  Timer,
} from "godot";
import {
  all,
  animationFinished,
  any,
  Broadcast,
  Channel,
  changed,
  finished,
  frames,
  interval,
  Latch,
  Mutex,
  Oneshot,
  on,
  once,
  physicsFrames,
  played,
  race,
  Semaphore,
  sceneChange,
  select,
  sleep,
  spawn,
  type Task,
  timeout,
  until,
  untilResume,
  Watch,
} from "godot-ts";
import { collectGarbage } from "../engine/support/collect-garbage";
import type { Benchmark } from "./benchmark";

const many = 10_000;
const hour = 3600;

/** The bytes of JavaScript's heap that a task takes which waits, beside an async function that does. */
export function parkedMemory(node: Node): readonly Benchmark[] {
  return [
    parked("memory of a parked task", () => sleep(hour)),
    ...Object.entries(waitsOf(node)).map(([where, wait]) =>
      parked(`memory of a parked task, ${where}`, wait),
    ),
  ];
}

/** The other kinds of waits. What they wait for is shared, and never comes. */
function waitsOf(node: Node): Readonly<Record<string, () => PromiseLike<unknown>>> {
  const timer = new Timer();
  node.addChild(timer);
  const channel = new Channel<number>(1);
  const full = new Channel<number>(1);
  full.trySend(0);
  const semaphore = new Semaphore(1);
  semaphore.tryAcquire();
  const mutex = new Mutex();
  mutex.tryLock();
  const latch = new Latch();
  const oneshot = new Oneshot<number>();
  const watch = new Watch(0);
  const broadcast = new Broadcast<number>();
  const tween = node.createTween();
  tween.tweenInterval(hour * 1000);
  const animator = animatorOf(node);
  const voice = voiceOf(node);
  const other = spawn(() => latch.wait(), { name: "other" });
  const never = () => false;
  const always = () => 0;
  return {
    // A wait for one frame is the same, but the frames go on while garbage is collected.
    "in frames": () => frames(1e6),
    "in physicsFrames": () => physicsFrames(1e6),
    "in interval": () => interval(hour).next(),
    "in until": () => until(never),
    "in changed": () => changed(always),
    "in untilResume": () => untilResume(),
    "on a signal": () => once(timer.timeout),
    "in on": () => on(timer.timeout).next(),
    "on a tween": () => finished(tween),
    "on an animation": () => animationFinished(animator),
    "on a sound": () => played(voice),
    "in sceneChange": () => sceneChange(),
    "joining another": () => other,
    "sending into a channel": () => full.send(1),
    "receiving from a channel": () => channel.receive(),
    "at a semaphore": () => semaphore.acquire(),
    "at a mutex": () => mutex.lock(),
    "at a latch": () => latch.wait(),
    "at a oneshot": () => oneshot.wait(),
    "at a watch": () => watch.changed(),
    "at a broadcast": () => broadcast.subscribe().next(),
    "in all of two": () => all([latch.wait(), oneshot.wait()]),
    "in any of two": () => any([latch.wait(), oneshot.wait()]),
    "in race of two": () => race([latch.wait(), oneshot.wait()]),
    "in select of two": () => select({ latch: latch.wait(), oneshot: oneshot.wait() }),
    "in timeout": () => timeout(hour, latch.wait()),
    "in timeout of a function": () => timeout(hour, () => latch.wait()),
  };
}

function animatorOf(node: Node): AnimationPlayer {
  const animation = new Animation();
  animation.length = hour;
  const library = new AnimationLibrary();
  library.addAnimation("long", animation);
  const player = new AnimationPlayer();
  player.addAnimationLibrary("", library);
  node.addChild(player);
  player.play("long");
  return player;
}

function voiceOf(node: Node): AudioStreamPlayer {
  const player = new AudioStreamPlayer();
  player.stream = new AudioStreamGenerator();
  node.addChild(player);
  player.play();
  return player;
}

function parked(name: string, wait: () => PromiseLike<unknown>): Benchmark {
  return {
    name,
    unit: "B",
    count: many,
    ours: async () => {
      const tasks: Task[] = [];
      const body = async () => {
        await wait();
      };
      const bytes = await grownBy(() => tasks.push(spawn(body)));
      if (tasks.some(({ state }) => state !== "running")) throw new Error("a task has not parked");
      for (const task of tasks) task.cancel();
      return bytes;
    },
    peers: [{ name: "a bare async function", run: bare }],
  };
}

async function bare(): Promise<number> {
  const settle: ((value: unknown) => void)[] = [];
  const body = async () => {
    await new Promise((resolve) => settle.push(resolve));
  };
  const bytes = await grownBy(body);
  for (const resolve of settle) resolve(undefined);
  return bytes;
}

async function grownBy(park: () => void): Promise<number> {
  const before = await usedHeap();
  for (let i = 0; i < many; i++) park();
  return (await usedHeap()) - before;
}

async function usedHeap(): Promise<number> {
  await collectGarbage();
  return process.memoryUsage().heapUsed;
}
