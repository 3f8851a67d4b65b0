import { sleep } from "godot-ts";
import { whenRunning } from "./when-running";

whenRunning(async (tree) => {
  setTimeout(() => {
    throw new Error("in a timer");
  }, 1);
  void Promise.reject(new TypeError("nobody caught"));
  await sleep(0.05);
  void (async () => {
    await sleep(0.01);
    throw "a string";
  })();
  await sleep(0.05);
  console.log("the game goes on");
  tree.quit();
});
