/** Decorators as the language has them, which esbuild compiles alike in users' bundles. */
const transform = {
  "^.+\\.m?[tj]s$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", decorators: true },
        transform: { decoratorVersion: "2023-11" },
      },
      module: { type: "commonjs" },
    },
  ],
};

const ignored = ["<rootDir>/build/", "<rootDir>/dist/", "<rootDir>/.engine/", "/node_modules/"];

export default {
  projects: [
    {
      displayName: "unit",
      rootDir: ".",
      testMatch: ["<rootDir>/test/unit/**/*.test.ts"],
      testPathIgnorePatterns: ignored,
      modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/.engine/"],
      transform,
    },
    {
      displayName: "engine",
      rootDir: ".",
      testMatch: ["<rootDir>/test/engine/**/*.test.ts"],
      testPathIgnorePatterns: ignored,
      modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/.engine/"],
      runner: ["<rootDir>/tools/jest-runner/index.mjs", { watchdogSeconds: 120 }],
      testTimeout: 30_000,
    },
    {
      displayName: "process",
      rootDir: ".",
      testMatch: ["<rootDir>/test/process/**/*.test.ts"],
      testPathIgnorePatterns: ignored,
      modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/.engine/"],
      transform,
    },
    {
      displayName: "package",
      rootDir: ".",
      testMatch: ["<rootDir>/test/package/**/*.test.ts"],
      testPathIgnorePatterns: ignored,
      modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/.engine/"],
      transform,
    },
  ],
};
