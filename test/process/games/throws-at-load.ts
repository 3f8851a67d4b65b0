import { whenRunning } from "./when-running";

whenRunning((tree) => {
  console.log("the game goes on");
  tree.quit();
});

throw new RangeError("at load");
