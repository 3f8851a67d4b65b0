#!/usr/bin/env node
/**
 * Bundles the TypeScript of a Godot project for the addon to run:
 *
 *   node addons/godot_ts/cli.mjs build [--minify]
 *   node addons/godot_ts/cli.mjs watch [--minify]
 *
 * Takes all of `scripts/**\/*.ts` (except `*.d.ts` and `*.test.ts`) and all that they import, and
 * writes `dist/game.js`, its source map, and the comments of classes for the editor's help, in
 * `dist/game.js.docs`. `"godot"` and `"godot-ts"` are the engine's own, found
 * when the game runs; every other package becomes part of the bundle. Needs esbuild among the
 * project's npm packages, and nothing else.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { bundleOptions, project } from "./bundle.mjs";
import { listExtension } from "./extension-list.mjs";
import { docComments } from "./runtime/doc-comments.mjs";

const USAGE = "node addons/godot_ts/cli.mjs build|watch [--minify]";
const SCRIPTS = "scripts";
const ENTRY = "godot-ts:scripts";

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const options = readArguments(args);
  if (options === undefined) return refuse(USAGE);
  const esbuild = loadEsbuild();
  if (esbuild === undefined) return refuse("esbuild is missing in this project: npm i -D esbuild");
  listExtension(project);

  if (options.command === "watch") {
    const context = await esbuild.context(gameOptions(options));
    await context.watch();
    return 0;
  }
  try {
    await esbuild.build(gameOptions(options));
    return 0;
  } catch (error) {
    // What is wrong in the scripts, esbuild has shown; anything else is not theirs.
    if (error.errors === undefined) throw error;
    return 1;
  }
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  return 1;
}

function readArguments(args) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { minify: { type: "boolean", default: false } },
    });
    const [command, ...rest] = positionals;
    if (rest.length > 0 || !["build", "watch"].includes(command)) return undefined;
    return { command, minify: values.minify };
  } catch {
    return undefined;
  }
}

function loadEsbuild() {
  try {
    return createRequire(join(project, "package.json"))("esbuild");
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    return undefined;
  }
}

function gameOptions({ minify }) {
  return {
    ...bundleOptions,
    entryPoints: [ENTRY],
    outfile: "dist/game.js",
    minify,
    logLevel: "info",
    plugins: [allScripts(), docComments()],
  };
}

/** The bundle's entry: a module that imports every script, in order of their names. */
function allScripts() {
  return {
    name: "all-scripts",
    setup(build) {
      const exactly = new RegExp(`^${ENTRY}$`);
      build.onResolve({ filter: exactly }, () => ({ path: SCRIPTS, namespace: "godot-ts" }));
      build.onLoad({ filter: /.*/, namespace: "godot-ts" }, () => {
        const { files, folders } = listScripts();
        return {
          contents: files.map((file) => `import ${JSON.stringify(`./${file}`)};`).join("\n"),
          resolveDir: project,
          watchDirs: folders,
          warnings: files.length > 0 ? [] : [{ text: `There are no scripts in ${SCRIPTS}/.` }],
        };
      });
    },
  };
}

function listScripts(folder = join(project, SCRIPTS)) {
  const files = [];
  const folders = [folder];
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inner = listScripts(path);
      files.push(...inner.files);
      folders.push(...inner.folders);
    } else if (/\.ts$/.test(entry.name) && !/\.(d|test)\.ts$/.test(entry.name)) {
      files.push(relative(project, path).replaceAll("\\", "/"));
    }
  }
  return { files: files.sort(), folders };
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return [];
  }
}
