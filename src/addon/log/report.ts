// Errors and warnings in Godot's own log, and so in the editor's debugger.
import { inspect } from "node:util";
import { native } from "../../godot";
import { headingFirst, topFrame, withoutOwnCallers } from "./stack-trace";

const kinds = { error: 0, warning: 1, scriptError: 2 } as const;

/**
 * Reports what nobody caught. The first line is where in TypeScript it was thrown.
 *
 * @param where what was running: a member that the engine called, or a task.
 */
export function reportError(error: unknown, where: string): void {
  const text = describe(error);
  const frame = error instanceof Error ? topFrame(headingFirst(error.stack ?? "")) : undefined;
  const heading = text.split("\n", 1)[0] ?? "";
  native.print(
    kinds.scriptError,
    heading,
    text,
    frame === undefined || frame.fn === where ? where : `${where}: ${frame.fn}`,
    frame?.file ?? "",
    frame?.line ?? 0,
  );
}

/** Says in the log, at the place that called, that something is used wrongly. */
export function warn(message: string): void {
  print("warning", message);
}

/** Prints an error or a warning of the game's own, with the place in TypeScript that it comes from. */
export function print(kind: "error" | "warning", message: string): void {
  const frame = topFrame(new Error().stack ?? "");
  native.print(
    kinds[kind],
    message,
    message,
    frame?.fn ?? "godot-ts",
    frame?.file ?? "",
    frame?.line ?? 0,
  );
}

function describe(error: unknown): string {
  try {
    return error instanceof Error
      ? withoutOwnCallers(headingFirst(inspect(error)))
      : `Uncaught ${inspect(error)}`;
  } catch {
    return "an error that can't be shown";
  }
}
