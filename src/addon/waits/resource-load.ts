import {
  Error as EngineError,
  errorString,
  Array as GodotArray,
  type Resource,
  ResourceLoader,
} from "godot";
import type { Outlook } from "../../executor";
import { EngineWork } from "./engine-work";
import { LoadError } from "./load-error";

export interface LoadRequest {
  readonly path: string;
  readonly typeHint: string;
  readonly useSubThreads: boolean;
  readonly cacheMode: ResourceLoader.CacheMode;
}

/** By path, the load that was begun last and is not over. */
const going = new Map<string, ResourceLoad>();

/** The load that serves a request: one that is going on, or a new one. */
export function resourceLoad(request: LoadRequest): ResourceLoad {
  const last = going.get(request.path);
  return last?.canServe(request) === true ? last : new ResourceLoad(request);
}

/** A load of the engine's on another thread. */
export class ResourceLoad extends EngineWork<Resource> {
  readonly #request: LoadRequest;
  readonly #progress = new GodotArray();
  /** An unlike load of the same path. The engine knows loads by their path, so they go in turn. */
  #before: ResourceLoad | undefined;
  #fraction = 0;

  constructor(request: LoadRequest) {
    super();
    this.#request = request;
  }

  /** Whether its result is also that of another request. A copy past the cache is for one alone. */
  canServe({ typeHint, cacheMode }: LoadRequest): boolean {
    const own = this.#request;
    const isFromCache =
      cacheMode === ResourceLoader.CACHE_MODE_REUSE ||
      cacheMode === ResourceLoader.CACHE_MODE_REPLACE ||
      cacheMode === ResourceLoader.CACHE_MODE_REPLACE_DEEP;
    const isAlike = own.typeHint === typeHint && own.cacheMode === cacheMode;
    return isFromCache && isAlike;
  }

  override get outlook(): Outlook {
    return "sure";
  }

  override describe(): string {
    return `the load of "${this.#request.path}"`;
  }

  protected override start(): void {
    const { path } = this.#request;
    this.#before = going.get(path);
    going.set(path, this);
    if (this.#before === undefined) this.#begin();
  }

  protected override isDone(): boolean {
    if (this.#before !== undefined) {
      if (!this.#before.isOver) return false;
      this.#before = undefined;
      this.#begin();
    }
    const status = ResourceLoader.loadThreadedGetStatus(this.#request.path, this.#progress);
    this.#fraction = Number(this.#progress.toJS()[0] ?? 0);
    return status !== ResourceLoader.THREAD_LOAD_IN_PROGRESS;
  }

  protected override fraction(): number {
    return this.#fraction;
  }

  protected override collect(): Resource {
    const { path } = this.#request;
    // One that failed is taken too: until then the engine keeps it.
    const resource = ResourceLoader.loadThreadedGet(path);
    if (resource === null) throw new LoadError(path, "the engine's log says why");
    return resource;
  }

  /** One that the engine hasn't begun is not begun any more. */
  protected override canFinish(): boolean {
    return this.#before === undefined;
  }

  protected override ended(): void {
    const { path } = this.#request;
    if (going.get(path) === this) going.delete(path);
  }

  #begin(): void {
    const { path, typeHint, useSubThreads, cacheMode } = this.#request;
    if (!ResourceLoader.exists(path, typeHint)) {
      const kind = typeHint === "" ? "" : ` that can be a ${typeHint}`;
      throw new LoadError(path, `there is no resource${kind}`);
    }
    const error = ResourceLoader.loadThreadedRequest(path, typeHint, useSubThreads, cacheMode);
    if (error !== EngineError.OK) throw new LoadError(path, errorString(error));
  }
}
