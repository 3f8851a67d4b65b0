import { relative } from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "../../addons/godot_ts/bundle.mjs";
import { repository } from "../repository";

const harness = `${repository}/tools/jest-runner/harness`;

/**
 * Bundles a test file as a game's scripts are, with all that runs it, jest's own packages included:
 * a bundle can require nothing but Node's modules and ours.
 *
 * @returns the bundle's path in the repository, ignored by git.
 * @throws esbuild's BuildFailure when the file does not compile.
 */
export async function bundleTest(testPath: string): Promise<string> {
  const outfile = `dist/${relative(repository, testPath).replace(/\.ts$/, ".js")}`;
  await build({
    ...bundleOptions,
    stdin: {
      contents: `import { runTests } from ${JSON.stringify(`${harness}/index.ts`)};
        runTests(() => require(${JSON.stringify(testPath)}));`,
      resolveDir: repository,
      sourcefile: "tools/jest-runner/harness/entry.ts",
      loader: "ts",
    },
    outfile,
    sourcesContent: false,
    alias: {
      ...bundleOptions.alias,
      "@jest/globals": `${harness}/globals.ts`,
      // The real one brings snapshots, and with them Babel.
      "@jest/expect": `${harness}/expect.ts`,
    },
    // jest's packages ask where they lie, which is nowhere in a bundle.
    define: { "require.resolve": "String", __dirname: '"/"' },
    logLevel: "silent",
  });
  return outfile;
}
