import type { Engine } from "../engine";
import { repository } from "../repository";
import { step } from "../terminal/step";
import { binaries, extensionName } from "./binaries";
import { buildFolder, makeBuildFolder } from "./build-folder";
import { compile } from "./cmake";
import { filesIn } from "./files-in";
import { whenChanged } from "./when-changed";

const sources = `${repository}/src/native`;

/** A way to compile the extension, which goes on beside all others. */
export interface ExtensionVariant {
  /** Tells it from all others, and names its folder in `build/`. */
  readonly name: string;
  /** Where the library goes. */
  readonly output: string;
  /** `-DNAME=VALUE` each. */
  readonly settings: readonly string[];
}

/** What users get. */
const release: ExtensionVariant = {
  name: "native",
  output: binaries,
  settings: ["-DCMAKE_BUILD_TYPE=Release"],
};

/** The folder of `compile_commands.json`, which says how each file is compiled. */
export const compileCommands = `${buildFolder}/${release.name}`;

/** Compiles the extension's C++, what of it has changed. */
export async function buildExtension(engine: Engine, variant = release): Promise<void> {
  const header = `${engine.apiFolder}/gdextension_interface.h`;
  const settings = [
    ...variant.settings,
    `-DGODOT_INTERFACE_DIR=${engine.apiFolder}`,
    `-DNODE_INCLUDE_DIRS=${engine.nodeInclude.join(";")}`,
    `-DLIBNODE=${engine.libnode}`,
    `-DGODOT_TS_OUTPUT_DIR=${variant.output}`,
  ];
  const files = [...filesIn(sources), header, engine.libnode];
  await whenChanged(variant.name, { files, settings }, () =>
    step("Compile the extension", async (report) => {
      await compile({ sources, folder: makeBuildFolder(variant.name), settings }, report);
      return { outputs: [`${variant.output}/${extensionName}`] };
    }),
  );
}
