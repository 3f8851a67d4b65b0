import { mkdir, writeFile } from "node:fs/promises";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { docCommentsPath } from "../../src/editor-help/doc-comments";
import { docComments } from "../../src/editor-help/extract";
import { repository } from "../repository";
import { BuildError } from "../terminal/build-error";
import { step } from "../terminal/step";
import { addonModule } from "./addon-module";
import { writePlainModule } from "./plain-modules";
import { runtimeFolder } from "./runtime-folder";
import { whenChanged } from "./when-changed";

const entry = `${repository}/src/addon/runtime.ts`;
const face = `${repository}/src/addon/index.ts`;
const testing = `${repository}/src/addon/testing.ts`;
const plainNode = `${repository}/src/addon/plain-node.ts`;
const helpRenderer = `${repository}/src/editor-help/render/index.ts`;
const helpExtractor = `${repository}/src/editor-help/extract/index.ts`;

const script = `${runtimeFolder}/godot-ts.js`;
const module = `${runtimeFolder}/godot-ts.mjs`;
/** What there is without the engine. */
const plainFolder = `${runtimeFolder}/plain`;
const plainScript = "executor.cjs";

const common = {
  absWorkingDir: repository,
  bundle: true,
  platform: "node",
  target: "node22",
  // The runtime's own "godot" is what bundles import: it serves that before anything reads it.
  alias: { godot: "godot-ts:godot", "godot-ts": face },
  external: ["godot-ts:godot"],
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
} as const satisfies BuildOptions;

/** How the runtime is bundled, to be completed with an outfile. */
export const runtimeOptions = {
  ...common,
  entryPoints: [entry],
  format: "cjs",
} as const satisfies BuildOptions;

/**
 * Bundles what runs in the engine, and what only the editor and the bundler load of it, and writes
 * the module that users' bundles import for it.
 */
export async function buildRuntime(): Promise<void> {
  await whenChanged("runtime", { files: [entry, face], settings: common }, () =>
    step("Bundle the runtime", async () => {
      const bundles = await Promise.all([bundleRuntime(), ...helpBundles().map(bundle)]);
      await writeFile(module, addonModule(await exportedNames(face)));
      return {
        outputs: [
          ...[script, `${script}.map`, docCommentsPath(script), module],
          ...helpBundles().map(({ outfile }) => outfile),
        ],
        alsoRead: bundles.flatMap(filesIn),
      };
    }),
  );
}

/** Bundles what there is without the engine, for tests in plain Node. */
export async function buildPlainModules(): Promise<void> {
  const files = [face, testing, plainNode];
  await whenChanged("plain-modules", { files, settings: common }, () =>
    step("Bundle what there is without the engine", async () => {
      await mkdir(plainFolder, { recursive: true });
      const metafile = await bundle({
        ...common,
        entryPoints: [plainNode],
        outfile: `${plainFolder}/${plainScript}`,
        format: "cjs",
      });
      const available = new Set(await exportedNames(plainNode));
      const write = async (name: string, path: string) =>
        writePlainModule({
          path: `${plainFolder}/${name}`,
          script: plainScript,
          names: await exportedNames(path),
          available,
        });
      const outputs = [...(await write("godot-ts", face)), ...(await write("testing", testing))];
      return {
        outputs: [`${plainFolder}/${plainScript}`, ...outputs],
        alsoRead: filesIn(metafile),
      };
    }),
  );
}

async function bundleRuntime(): Promise<Metafile> {
  return bundle({
    ...runtimeOptions,
    outfile: script,
    sourcemap: "linked",
    plugins: [docComments()],
  });
}

/** What finds doc comments while users' scripts are bundled, and what shows them in the editor. */
function helpBundles() {
  return [
    {
      ...common,
      entryPoints: [helpExtractor],
      outfile: `${runtimeFolder}/doc-comments.mjs`,
      format: "esm",
      minify: true,
    },
    {
      ...common,
      entryPoints: [helpRenderer],
      outfile: `${runtimeFolder}/editor-help.js`,
      format: "cjs",
    },
  ] as const satisfies BuildOptions[];
}

async function exportedNames(path: string): Promise<readonly string[]> {
  const outfile = "exports.mjs";
  const metafile = await bundle({
    ...common,
    entryPoints: [path],
    outfile,
    format: "esm",
    write: false,
  });
  return metafile.outputs[outfile]?.exports ?? [];
}

async function bundle(options: BuildOptions & { metafile: true }): Promise<Metafile> {
  try {
    return (await build(options)).metafile;
  } catch (error) {
    // esbuild has shown its messages already, each with its place.
    throw new BuildError("The runtime does not bundle.", { cause: error });
  }
}

function filesIn(metafile: Metafile): readonly string[] {
  return Object.keys(metafile.inputs).map((path) => `${repository}/${path}`);
}
