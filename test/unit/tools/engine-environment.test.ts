import {
  engineEnvironment,
  engineEnvironmentVariable,
  testNameMark,
} from "../../../tools/jest-runner/engine-environment";

afterEach(() => {
  delete process.env[engineEnvironmentVariable];
});

test("Godot gets the environment of the tests", () => {
  expect(engineEnvironment("values.test.ts")).toEqual(process.env);
});

test("what is to be added for Godot is, with the name of the test file in it", () => {
  process.env[engineEnvironmentVariable] = JSON.stringify({
    ASAN_OPTIONS: `log_path="/reports/${testNameMark}"`,
  });
  expect(engineEnvironment("values.test.ts")).toMatchObject({
    PATH: process.env.PATH,
    ASAN_OPTIONS: 'log_path="/reports/values.test.ts"',
  });
});
