import {
  awaited,
  type ParkedWait,
  placeOf,
  type Runtime,
  type Scope,
  type Task,
  type TaskOwner,
} from "../../../executor";
import { NO_PARENT, NOT_BEGUN, type TaskRow, type WaitRow } from "./task-row";

export interface RowReaderOptions {
  /** How many rows are read at most. */
  readonly limit: number;
  /** Whether a wait lasts longer than it should. */
  isStuck(wait: ParkedWait<unknown>): boolean;
}

/** Reads what lives in a runtime as rows, each after what it belongs to. */
export class RowReader {
  readonly #runtime: Runtime;
  readonly #options: RowReaderOptions;
  readonly #scopeKeys = new WeakMap<Scope, number>();
  /** To find the line of a wait takes a while. */
  readonly #places = new WeakMap<ParkedWait<unknown>, string>();
  readonly #beginnings = new WeakMap<Task, number>();
  #scopeCount = 0;

  constructor(runtime: Runtime, options: RowReaderOptions) {
    this.#runtime = runtime;
    this.#options = options;
  }

  read(): TaskRow[] {
    const rows: TaskRow[] = [];
    this.#addAll(this.#runtime.owned, NO_PARENT, rows);
    return rows;
  }

  /** What a row stands for, if it still lives. */
  find(key: number): TaskOwner | undefined {
    const owners = key > 0 ? this.#runtime.allTasks() : this.#runtime.allScopes();
    for (const each of owners) if (this.#keyOf(each) === key) return each;
    return undefined;
  }

  #addAll(owners: Iterable<TaskOwner>, parent: number, rows: TaskRow[]): void {
    for (const each of owners) {
      if (rows.length >= this.#options.limit) return;
      const row = this.#rowOf(each, parent);
      rows.push(row);
      if (each.owned !== undefined) this.#addAll(each.owned, row.key, rows);
    }
  }

  #rowOf(owner: TaskOwner, parent: number): TaskRow {
    const isTask = owner.kind === "task";
    return {
      key: this.#keyOf(owner),
      parent,
      state: isTask ? owner.state : "scope",
      name: owner.name,
      begunAt: isTask ? this.#begunAt(owner) : NOT_BEGUN,
      waits: awaited(owner.waits).map((wait) => this.#waitRowOf(wait)),
    };
  }

  #keyOf(owner: TaskOwner): number {
    if (owner.kind === "task") return owner.id;
    let key = this.#scopeKeys.get(owner);
    if (key === undefined) {
      key = -++this.#scopeCount;
      this.#scopeKeys.set(owner, key);
    }
    return key;
  }

  #begunAt(task: Task): number {
    if (task.state === "queued") return NOT_BEGUN;
    let begunAt = this.#beginnings.get(task);
    if (begunAt === undefined) {
      begunAt = Math.round(this.#runtime.host.now() - task.age * 1000);
      this.#beginnings.set(task, begunAt);
    }
    return begunAt;
  }

  #waitRowOf(wait: ParkedWait<unknown>): WaitRow {
    return { name: wait.name, place: this.#placeOf(wait), isStuck: this.#options.isStuck(wait) };
  }

  #placeOf(wait: ParkedWait<unknown>): string {
    let place = this.#places.get(wait);
    if (place === undefined) {
      place = placeOf(wait, this.#runtime) ?? "";
      this.#places.set(wait, place);
    }
    return place;
  }
}
