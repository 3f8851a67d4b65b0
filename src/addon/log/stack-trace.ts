// Error stacks that name TypeScript files, by V8's stack trace API (https://v8.dev/docs/stack-trace-api).
import { type SourcePosition, sourcePosition } from "./bundle-source-map";

export interface Frame extends SourcePosition {
  readonly fn: string;
}

const place = /(res:\/\/[^\s():]+):(\d+):(\d+)/;

/** From here on, `error.stack` shows where the TypeScript is that a bundle was made from. */
export function installStackTraces(): void {
  Error.prepareStackTrace = (error, sites) =>
    [headingOf(error), ...sites.map((site) => `    at ${mapPlace(String(site))}`)].join("\n");
}

const syntaxError = /^(res:\/\/[^\s():]+):(\d+)\n(.*)\n( *)\^+\n+(.*)/;

/** A stack as all others are, with its heading first, where Node begins with a syntax error's place. */
export function headingFirst(stack: string): string {
  const found = syntaxError.exec(stack);
  if (found === null) return stack;
  const [, file, line, code, indent = "", heading] = found;
  return `${heading}: ${code?.trim()}\n    at ${file}:${line}:${indent.length + 1}`;
}

/** The first frame of a stack that lies in the game, or undefined. */
export function topFrame(stack: string): Frame | undefined {
  for (const line of stack.split("\n")) {
    const found = place.exec(line);
    if (found === null || isOwn(found[1] ?? "")) continue;
    const fn = /^\s*at (?:async )?(.*?) \(/.exec(line)?.[1] ?? "<anonymous>";
    return { fn, file: found[1] ?? "", line: Number(found[2]), column: Number(found[3]) };
  }
  return undefined;
}

/** A text with stacks in it, without the frames of the addon's own that called the game's. */
export function withoutOwnCallers(text: string): string {
  let isBelowGame = false;
  const kept = text.split("\n").filter((line) => {
    const isFrame = /^\s+at /.test(line);
    const file = isFrame ? place.exec(line)?.[1] : undefined;
    const isOwnFrame = file !== undefined && isOwn(file);
    if (!isFrame) isBelowGame = false;
    else if (file !== undefined && !isOwnFrame) isBelowGame = true;
    // The last frame may open what else the error holds.
    return !(isBelowGame && isOwnFrame) || line.endsWith("{");
  });
  return kept.join("\n");
}

function headingOf(error: Error): string {
  try {
    return String(error);
  } catch {
    return "Error";
  }
}

function mapPlace(site: string): string {
  return site.replace(place, (whole, bundle: string, line: string, column: string) => {
    const source = sourcePosition(bundle, Number(line), Number(column));
    return source === undefined ? whole : `${source.file}:${source.line}:${source.column}`;
  });
}

/** A file of this addon's own. */
function isOwn(file: string): boolean {
  return file.startsWith("res://src/") || file.startsWith("res://addons/godot_ts/");
}
