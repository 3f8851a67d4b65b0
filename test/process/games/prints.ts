import { whenRunning } from "./when-running";

whenRunning((tree) => {
  console.log("a log line", { deep: { object: [1] } });
  console.info("an info line");
  console.warn("a warning");
  console.error("an error of %s", "mine");
  console.log("two\nlines");
  tree.quit();
});
