import { whenRunning } from "./when-running";

whenRunning(() => {
  try {
    process.exit(3);
  } finally {
    console.log("never printed");
  }
});
