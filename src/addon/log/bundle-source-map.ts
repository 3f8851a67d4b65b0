// Source maps of the bundles, which lie beside them as `<bundle>.map`.
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { FileAccess } from "godot";

export interface SourcePosition {
  /** A path that Godot can open, such as `res://scripts/coin.ts`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

const maps = new Map<string, TraceMap | undefined>();

/** Where a position in a bundle comes from; undefined where no map tells. */
export function sourcePosition(
  bundle: string,
  line: number,
  column: number,
): SourcePosition | undefined {
  const map = mapOf(bundle);
  if (map === undefined) return undefined;
  // Both count lines from 1; the map counts columns from 0.
  const { source, line: l, column: c } = originalPositionFor(map, { line, column: column - 1 });
  if (source === null || l === null || c === null) return undefined;
  return { file: source, line: l, column: c + 1 };
}

// Read on the first error: a game without errors pays nothing.
function mapOf(bundle: string): TraceMap | undefined {
  if (!bundle.startsWith("res://")) return undefined;
  if (!maps.has(bundle)) {
    const path = `${bundle}.map`;
    maps.set(bundle, FileAccess.fileExists(path) ? readMap(path, bundle) : undefined);
  }
  return maps.get(bundle);
}

function readMap(path: string, bundle: string): TraceMap | undefined {
  try {
    // TraceMap resolves the sources against the bundle, but drops the second slash of res://.
    const map = new TraceMap(FileAccess.getFileAsString(path), bundle.replace("res://", "res:/"));
    map.resolvedSources = map.resolvedSources.map((source) => source.replace(/^res:\/+/, "res://"));
    return map;
  } catch {
    return undefined;
  }
}
