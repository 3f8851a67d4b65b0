import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { nextFrame } from "godot-ts";

setFlagsFromString("--expose-gc");
export const gc: () => void = runInNewContext("gc");

/** Collects garbage within the frame: what the engine holds for JavaScript may go later. */
export function collectGarbageNow(): void {
  gc();
}

/** Collects garbage, frame by frame, until it is so. */
export async function collectGarbageUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await nextFrame();
    gc();
  }
}

/** Collects garbage often enough for all that nobody holds to be gone. */
export async function collectGarbage(): Promise<void> {
  let rounds = 0;
  await collectGarbageUntil(() => rounds++ === 5);
}
