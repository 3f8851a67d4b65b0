import { ftruncateSync, writeSync } from "node:fs";
import {
  type Object as GodotObject,
  instanceFromId,
  isInstanceValid,
  Node,
  RID,
  type TextServer,
} from "godot";
import type { ArgumentSet } from "./argument-sets";
import { argumentTypes, type EngineClass } from "./engine-api";

export interface Counts {
  classes: number;
  methods: number;
  properties: number;
  calls: number;
  values: number;
  errors: number;
}

/** What members are called on. */
export interface Subject {
  /** A living object of the class; undefined where none can be made. */
  get(): GodotObject | undefined;
  /** Lets go of it after its class. */
  end(): void;
}

/**
 * Calls members with sets of arguments. What a call gives must be a value, or an Error that it throws;
 * all else is kept in `failures`.
 */
export class Sweep {
  readonly counts: Counts = {
    classes: 0,
    methods: 0,
    properties: 0,
    calls: 0,
    values: 0,
    errors: 0,
  };
  readonly failures: string[] = [];
  readonly #isExcepted: (call: string, set: string) => boolean;
  readonly #log: number;
  /** What the members are called on, for the log. */
  #target = "";

  /** `log` is a file's descriptor: what is written there last is the call that ended the process. */
  constructor(isExcepted: (call: string, set: string) => boolean, log: number) {
    this.#isExcepted = isExcepted;
    this.#log = log;
  }

  /**
   * The static methods of a class, its own members on an object of it, and those that it inherits, with
   * sets of arguments for each.
   */
  sweepClass(
    Class: EngineClass,
    subject: Subject,
    own: readonly ArgumentSet[],
    inherited: readonly ArgumentSet[],
  ): void {
    if (this.#isExcepted(`${Class.name}.*`, "")) return;
    this.counts.classes++;
    this.#target = ` of ${Class.name}`;
    for (const name of staticMethods(Class)) {
      const method = Reflect.get(Class, name);
      this.sweepFunction(Class.name, name, (...args) => method.apply(Class, args), own);
    }
    this.#note(`${Class.name}: making one`);
    for (let each = Class; each.prototype !== undefined; each = Object.getPrototypeOf(each)) {
      for (const name of ownMembers(each.prototype)) {
        if (subject.get() === undefined) return;
        this.#sweepMember(each, name, subject, each === Class ? own : inherited);
      }
    }
    this.#note(`${Class.name}: freeing it`);
    subject.end();
    freeOrphans();
    this.#note(`${Class.name}: the frame after it`);
  }

  sweepFunction(
    owner: string,
    name: string,
    fn: (...args: unknown[]) => unknown,
    sets: readonly ArgumentSet[],
  ): void {
    this.counts.methods++;
    const types = argumentTypes(owner, name);
    const call = owner === "" ? name : `${owner}.${name}`;
    for (const set of sets) this.#attempt(call, set.name, () => fn(...set.make(types)));
  }

  #sweepMember(
    Class: EngineClass,
    name: string,
    subject: Subject,
    sets: readonly ArgumentSet[],
  ): void {
    const call = `${Class.name}.${name}`;
    const descriptor = Object.getOwnPropertyDescriptor(Class.prototype, name);
    let value: unknown;
    this.#attempt(call, "read", () => {
      value = descriptor?.get?.call(subject.get()) ?? descriptor?.value;
    });
    if (typeof value === "function") {
      const method = value;
      const invoke = (...args: unknown[]) => {
        const on = subject.get();
        const result = method.apply(on, args);
        if (isMaker(name) && result instanceof RID) freeMade(on, result);
      };
      this.sweepFunction(Class.name, name, invoke, sets);
      return;
    }
    this.counts.properties++;
    const write = descriptor?.set;
    if (write === undefined) return;
    for (const { name: set, value: given } of sets) {
      this.#attempt(call, set, () => write.call(subject.get(), given));
    }
  }

  #attempt(call: string, set: string, run: () => void): void {
    if (this.#isExcepted(call, set)) return;
    this.#note(`${call} with ${set}${this.#target}`);
    this.counts.calls++;
    try {
      run();
      this.counts.values++;
    } catch (error) {
      this.counts.errors++;
      if (!(error instanceof Error) || error.message === "") {
        this.failures.push(`${call} with ${set} threw ${String(error)}`);
      }
    }
  }

  /** Writes what comes next, in place of what came before. */
  #note(what: string): void {
    ftruncateSync(this.#log);
    writeSync(this.#log, `${what}\n`, 0);
  }
}

function staticMethods(Class: EngineClass): readonly string[] {
  return Object.getOwnPropertyNames(Class).filter(
    (name) =>
      !["prototype", "length", "name"].includes(name) &&
      typeof Reflect.get(Class, name) === "function",
  );
}

/** Without the virtuals, which start with an underscore: the engine calls those. */
function ownMembers(prototype: object): readonly string[] {
  return Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== "constructor" && !name.startsWith("_"),
  );
}

/** Whether a server's method makes what its caller has to free. */
function isMaker(name: string): boolean {
  return name.startsWith("create") || name.endsWith("Create");
}

function freeMade(server: GodotObject | undefined, made: RID): void {
  if (server !== undefined && "freeRid" in server) (server as TextServer).freeRid(made);
}

/** Nodes that calls have made, such as `duplicate`, and nobody holds. */
function freeOrphans(): void {
  for (const id of Node.getOrphanNodeIds().toJS()) {
    const node = instanceFromId(id);
    if (node !== null && isInstanceValid(node)) node.free();
  }
}
