import { type Resource, ResourceLoader } from "godot";
import type { Wait } from "../../executor";
import { native } from "../../godot";
import type { WorkOptions } from "./engine-work";
import { resourceLoad } from "./resource-load";

export interface LoadOptions extends WorkOptions {
  /** A class of resources, where the file's name doesn't tell which. */
  readonly typeHint?: string | undefined;
  /** Use several threads for one resource: faster, but frames may take longer. By default false. */
  readonly useSubThreads?: boolean | undefined;
  /** What the cache is used for. By default `ResourceLoader.CACHE_MODE_REUSE`. */
  readonly cacheMode?: ResourceLoader.CacheMode | undefined;
}

/**
 * Loads a resource on another thread while the game goes on, and resolves to it.
 *
 * When to use: for what takes longer than a frame. The `load` of module "godot" is the same for what
 * is small, and returns at once.
 *
 * What is loaded already comes from the cache. Those who load the same path at the same time share one
 * load, and each hears of its progress. The engine can't stop a load: when the wait is cancelled, the
 * load is finished in the background, and its result dropped.
 *
 * Rejects with {@link LoadError} where there is no resource, or a broken one. Why it is broken, the
 * engine writes into its log only.
 *
 * @example
 * const level = await load<PackedScene>("res://levels/2.tscn", {
 *   onProgress: (fraction) => (bar.value = fraction),
 * });
 */
export function load<T extends Resource = Resource>(
  path: string,
  options: LoadOptions = {},
): Wait<T> {
  if (typeof path !== "string") {
    throw new TypeError(`load(path) needs a path as a string, but got ${native.stringify(path)}`);
  }
  const {
    typeHint = "",
    useSubThreads = false,
    cacheMode = ResourceLoader.CACHE_MODE_REUSE,
  } = options;
  return resourceLoad({ path, typeHint, useSubThreads, cacheMode }).wait(options) as Wait<T>;
}
