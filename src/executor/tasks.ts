import { awaited } from "./awaited";
import { Runtime } from "./runtime";
import type { TaskState } from "./task";
import type { TaskOwner } from "./task-owner";
import type { ParkedWait } from "./wait";

/** A living task, or a scope that has some, as it is now. */
export interface TaskInfo {
  readonly kind: "task" | "scope";
  /** The task's number; undefined for a scope. */
  readonly id: number | undefined;
  readonly name: string;
  /** The name of what it belongs to; undefined when it belongs to nobody. */
  readonly parent: string | undefined;
  /** Undefined for a scope. */
  readonly state: TaskState | undefined;
  readonly waits: readonly WaitInfo[];
  /** Seconds since the task's body began to run. */
  readonly age: number;
  /** What belongs to it, in the order it was started. */
  readonly children: readonly TaskInfo[];
}

export interface WaitInfo {
  /** What is waited for, such as `once(Timer.timeout)`, or `race(once(Skip.pressed), sleep(8))`. */
  readonly name: string;
  /** The line that awaits, such as `res://scripts/patrol.ts:12`, where {@link Runtime.keepsStacks}. */
  readonly place: string | undefined;
}

/**
 * The tree of all living tasks: what belongs to nobody first, each with what belongs to it.
 *
 * When to use: to see what a game is doing. {@link formatTasks} makes a text of it.
 *
 * @throws RuntimeError when there is no runtime.
 *
 * @example
 * console.log(formatTasks());
 */
export function tasks(runtime: Runtime = Runtime.current()): TaskInfo[] {
  return [...runtime.owned].map((owner) => describe(owner, runtime, undefined));
}

/**
 * A text of the tree, a line for each:
 *
 * ```
 * Level "Meadow"
 * ├─ patrol: 12.4 s, waits for sleep(2)
 * └─ wave: cancelling, 3.0 s, waits for once(Timer.timeout) at res://scripts/wave.ts:30
 * ```
 */
export function formatTasks(tree: readonly TaskInfo[] = tasks()): string {
  return tree.flatMap((info) => lines(info)).join("\n");
}

function describe(owner: TaskOwner, runtime: Runtime, parent: string | undefined): TaskInfo {
  const isTask = owner.kind === "task";
  return {
    kind: owner.kind,
    id: isTask ? owner.id : undefined,
    name: owner.name,
    parent,
    state: isTask ? owner.state : undefined,
    waits: awaited(owner.waits).map((wait) => ({
      name: wait.name,
      place: placeOf(wait, runtime),
    })),
    age: isTask ? owner.age : 0,
    children: [...(owner.owned ?? [])].map((each) => describe(each, runtime, owner.name)),
  };
}

/** @internal The line in which a wait was entered, if it was kept. */
export function placeOf(wait: ParkedWait<unknown>, runtime: Runtime): string | undefined {
  const { stack } = wait;
  return stack === undefined ? undefined : runtime.host.placeOf?.(stack);
}

function lines(info: TaskInfo): string[] {
  const { children } = info;
  const below = children.flatMap((child, index) => {
    const isLast = index === children.length - 1;
    const [first = "", ...rest] = lines(child);
    return [
      `${isLast ? "└─" : "├─"} ${first}`,
      ...rest.map((line) => `${isLast ? "  " : "│ "} ${line}`),
    ];
  });
  return [heading(info), ...below];
}

function heading({ name, kind, state, age, waits }: TaskInfo): string {
  const parts: string[] = [];
  if (state !== undefined && state !== "running") parts.push(state);
  if (kind === "task" && state !== "queued") parts.push(`${age.toFixed(1)} s`);
  if (waits.length > 0) {
    const what = waits.map((wait) =>
      wait.place === undefined ? wait.name : `${wait.name} at ${wait.place}`,
    );
    parts.push(`waits for ${what.join(" and ")}`);
  }
  return parts.length === 0 ? name : `${name}: ${parts.join(", ")}`;
}
