// What jest loads as the runner of the engine's tests. Plain JavaScript, since jest would compile
// TypeScript as it does for tests, and this one is an ES module.
import { tsImport } from "tsx/esm/api";

const { EngineTestRunner } = await tsImport("./engine-test-runner.ts", import.meta.url);

export default EngineTestRunner;
