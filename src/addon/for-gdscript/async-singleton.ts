import {
  type Callable,
  Dictionary,
  Engine,
  Array as GodotArray,
  Node,
  RefCounted,
  Resource,
  type Variant,
} from "godot";
import {
  all,
  any,
  type ClockName,
  currentTask,
  nextFrame,
  physicsFrame,
  race,
  sleep,
  TimeoutError,
  timeout,
  until,
} from "../../executor";
import { enumeration } from "../classes/enumeration";
import { method } from "../classes/method";
import { register } from "../classes/register";
import { registrationOf } from "../classes/registered-classes";
import { t } from "../classes/schema";
import { given } from "../classes/schema/given";
import { scopeOf } from "../driver/scope-of";
import { withCaller } from "../log/calling-script";
import { load } from "../waits/load";
import { AsyncResponse } from "./async-response";
import { combinable, outcome, requireCallable } from "./awaitable";
import { fetchOptions } from "./fetch-options";
import { fetchResponse } from "./fetch-response";

const singletons = new Map<string, RefCounted>();

/** Registers the class `<prefix>Async` and its one instance, once. */
export function registerAsync(prefix: string): void {
  const name = `${prefix}Async`;
  if (singletons.has(name)) return;
  const Class = define(name);
  // Refused, where the name is taken: the log says so, and the game goes on without.
  if (registrationOf(Class) === undefined) return;
  const singleton = new Class();
  singletons.set(name, singleton);
  Engine.registerSingleton(name, singleton);
}

/** Takes the instances away, when the engine quits. */
export function unregisterAsync(): void {
  for (const name of singletons.keys()) Engine.unregisterSingleton(name);
  singletons.clear();
}

/** What seconds are measured by. */
enum Clock {
  /** The game's time: scaled by {@link Engine.time_scale}, and stopped by pause. */
  CLOCK_GAME,
  /** Not scaled, but stopped by pause. */
  CLOCK_UNSCALED,
  /** The time of the clock on the wall: neither scaled nor stopped. */
  CLOCK_REAL,
  /** Physics ticks: the same at any frame rate. */
  CLOCK_PHYSICS,
}

const clockNames: Readonly<Record<Clock, ClockName>> = ["game", "unscaled", "real", "physics"];

/** At once, so that no emission is missed; and nobody's, as GDScript starts it. */
const task = { start: "now", scope: null } as const;

function define(name: string): new () => RefCounted {
  /**
   * Tasks for GDScript: waits that can be combined, limited in time and cancelled.
   *
   * Each method begins at once and returns an {@link AsyncTask}. Await its `completed`, or
   * `wait()`, which is never too late. A task belongs to nothing, unless it is bound to a node by
   * {@link AsyncTask.bind_to}; the node's end is then its end.
   *
   * What can be waited for, as an argument and in lists: an AsyncTask; a Signal, whose value is what
   * `await` gives of it; and a Callable, which is called, and waited for when it is a coroutine.
   *
   * What no longer matters is cancelled: an AsyncTask, a wait for a Signal. GDScript can't be stopped
   * from outside: a coroutine goes on, and its result is dropped.
   *
   * A wrong argument gives a task that fails, and an error in the log.
   *
   * @example
   * ```gdscript
   * await Async.delay(0.5).bind_to(self).completed
   * var results: Array = await Async.all([fade_out, music.finished]).completed
   * ```
   */
  // Not a plain Object: GDScript knows it by a reference of its own, which is there until the last script
  // is gone.
  @register({ name, tool: true })
  class Async extends RefCounted {
    /** What seconds are measured by. */
    @enumeration static readonly Clock = Clock;

    /**
     * Calls a function, at once, and completes with its result; of a coroutine, when that has ended.
     *
     * A task that is cancelled drops the result: GDScript itself goes on to its end. A function that
     * gives an AsyncTask is waited for, and that is cancelled along.
     *
     * @example
     * ```gdscript
     * var intro := Async.run(play_intro).bind_to(self)
     * ```
     */
    @method({ args: [t.callable], returns: t.variant, task })
    async run(callable: Callable): Promise<Variant> {
      return (await outcome(callable, "Async.run(callable): the callable")) as Variant;
    }

    /**
     * Completes when the seconds are over.
     *
     * @param clock - what they are measured by
     */
    @method({ args: [t.float, t.optional(t.enum(Clock), Clock.CLOCK_GAME)], task })
    async delay(seconds: number, clock: Clock): Promise<void> {
      await sleep(checkSeconds("Async.delay(seconds)", seconds), { clock: clockNames[clock] });
    }

    /** Completes in the next frame, before the nodes' `_process`. */
    @method({ task })
    async nextFrame(): Promise<void> {
      await nextFrame();
    }

    /** Completes in the next physics tick, before the nodes' `_physics_process`. */
    @method({ task })
    async physicsFrame(): Promise<void> {
      await physicsFrame();
    }

    /**
     * Waits for all, and completes with an Array of their values in the order of the list. At the
     * first that fails, the others are cancelled, and this fails with the same error.
     *
     * @example
     * ```gdscript
     * var task := Async.all([Async.load("res://level.tscn"), Async.delay(1), fade_out])
     * var level: PackedScene = (await task.completed)[0]
     * ```
     */
    @method({ args: [t.array], returns: t.array, task })
    async all(list: GodotArray): Promise<GodotArray> {
      return GodotArray.from((await all(combinables("all", list))) as Variant[]);
    }

    /**
     * Waits for the first that succeeds, and completes with its value; the others are cancelled. Fails
     * when all of them do.
     */
    @method({ args: [t.array], returns: t.variant, task })
    async any(list: GodotArray): Promise<Variant> {
      try {
        return (await any(combinables("any", list))) as Variant;
      } catch (error) {
        if (!(error instanceof AggregateError)) throw error;
        const reasons = error.errors.map(String).join("; ");
        throw new Error(`Async.any(list): all have failed: ${reasons}`, { cause: error });
      }
    }

    /** Waits for the first that ends, and ends as it does; the others are cancelled. */
    @method({ args: [t.array], returns: t.variant, task })
    async race(list: GodotArray): Promise<Variant> {
      return (await race(combinables("race", list))) as Variant;
    }

    /**
     * Waits no longer than so many seconds, and completes with the value of what it waits for. When it
     * is late, that is cancelled, and this fails, without an error in the log: `state` tells.
     *
     * @param clock - what the seconds are measured by
     *
     * @example
     * ```gdscript
     * var answer := Async.timeout(dialog.answered, 10)
     * await answer.completed
     * if answer.state == "failed":
     *     dialog.hide()
     * ```
     */
    @method({
      args: [t.variant, t.float, t.optional(t.enum(Clock), Clock.CLOCK_GAME)],
      returns: t.variant,
      task,
    })
    async timeout(awaitable: Variant, seconds: number, clock: Clock): Promise<Variant> {
      const work = combinable(awaitable, "Async.timeout(awaitable, seconds): the awaitable");
      checkSeconds("Async.timeout(awaitable, seconds)", seconds);
      try {
        return (await timeout(seconds, work, { clock: clockNames[clock] })) as Variant;
      } catch (error) {
        if (error instanceof TimeoutError) leaveUnreported();
        throw error;
      }
    }

    /**
     * Asks a function once a frame, and completes when it returns true; the first time at once.
     *
     * @example
     * ```gdscript
     * await Async.until(func() -> bool: return enemy.health <= 0).bind_to(self).completed
     * ```
     */
    @method({ args: [t.callable], task })
    async until(callable: Callable): Promise<void> {
      const what = "Async.until(callable): the callable";
      await until(() => {
        requireCallable(callable, what);
        const holds: unknown = callable.call();
        if (typeof holds === "boolean") return holds;
        throw new TypeError(`${what} must return a bool, but it returned ${given(holds)}`);
      });
    }

    /**
     * Loads a resource on another thread, and completes with it. The task tells how far it is by
     * {@link AsyncTask.progressed}.
     *
     * @param path - such as `res://level.tscn`
     * @param typeHint - a class of resources, where the file's name doesn't tell which
     */
    @method({
      args: [t.string, t.optional(t.string, "")],
      returns: t.resource(Resource),
      task,
    })
    async load(path: string, typeHint: string): Promise<Resource> {
      const task = currentTask();
      return load(path, { typeHint, onProgress: (fraction) => task?.progress(fraction) });
    }

    /**
     * Asks a server over HTTP, and completes with an {@link AsyncResponse}, when all of it is there.
     * A code that tells of an error, such as 404, is a response; without one the task fails.
     *
     * Options are `method` (a String; by default GET, or POST with a body), `headers` (a Dictionary),
     * `body` (a String, a PackedByteArray, or a Dictionary or an Array that is sent as JSON),
     * `timeout` (in seconds of real time; by default none) and `follow_redirects` (by default true).
     *
     * @example
     * ```gdscript
     * var options := {"body": {"name": "Ann", "points": 3}, "timeout": 10}
     * var response: AsyncResponse = await Async.fetch("https://example.org/scores", options).completed
     * if response != null and response.ok:
     *     board.show_ranks(response.json())
     * ```
     */
    @method({
      args: [t.string, t.optional(t.dictionary)],
      returns: t.object(AsyncResponse),
      task,
    })
    async fetch(url: string, options: Dictionary = new Dictionary()): Promise<AsyncResponse> {
      return fetchResponse(url, fetchOptions(options));
    }

    /** Cancels all tasks that belong to a node: those that are bound to it, and those of its methods. */
    @method({ args: [t.object(Node)] })
    cancelAll(node: Node): void {
      for (const until of ["exit", "free"] as const) {
        scopeOf(node, { until }).cancel("Async.cancel_all");
      }
    }
  }
  return Async;
}

function combinables(method: string, list: GodotArray) {
  const items = list.toJS();
  if (items.length === 0 && method !== "all") {
    throw withCaller(
      new RangeError(`Async.${method}(list): the list is empty: it would never end`),
    );
  }
  return items.map((item, index) => combinable(item, `Async.${method}(list): item ${index}`));
}

function checkSeconds(what: string, seconds: number): number {
  if (seconds >= 0) return seconds;
  throw withCaller(new RangeError(`${what}: the seconds must be 0 or more, not ${seconds}`));
}

/** The current task is about to fail in a way that whoever started it asked for. */
function leaveUnreported(): void {
  currentTask()?.onSettled(() => true);
}
