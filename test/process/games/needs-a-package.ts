import { whenRunning } from "./when-running";

whenRunning((tree) => {
  for (const id of ["node:fs", "fs", "esbuild", "./local"]) {
    try {
      load(id);
      console.log(`${id} is there`);
    } catch (error) {
      console.log((error as Error).message);
    }
  }
  tree.quit();
});

// Not seen by the bundler.
function load(id: string): unknown {
  return require(id);
}
