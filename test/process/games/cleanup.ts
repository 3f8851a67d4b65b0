import { sleep, spawn } from "godot-ts";
import { whenRunning } from "./when-running";

spawn(async () => {
  try {
    await sleep(Number.POSITIVE_INFINITY);
  } finally {
    await sleep(0.01, { clock: "real" });
    console.log("cleaned up");
  }
});
whenRunning((tree) => tree.quit());
