/** The variable of the environment with what Godot gets beside this process's own, as JSON. */
export const engineEnvironmentVariable = "GODOT_TS_ENGINE_ENVIRONMENT";

/** Stands for the name of the test file in the values of {@link engineEnvironmentVariable}. */
export const testNameMark = "{test}";

/** The environment that a test file gives to the Godot it runs: `npm run sanitize` adds to it. */
export function engineEnvironment(testName: string): NodeJS.ProcessEnv {
  const added = process.env[engineEnvironmentVariable];
  return added === undefined
    ? process.env
    : { ...process.env, ...JSON.parse(added.replaceAll(testNameMark, testName)) };
}
