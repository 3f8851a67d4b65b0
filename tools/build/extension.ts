import type { Engine } from "../engine";
import { repository } from "../repository";
import { step } from "../terminal/step";
import { binaries, extensionLibrary } from "./binaries";
import { makeBuildFolder } from "./build-folder";
import { compile } from "./cmake";
import { filesIn } from "./files-in";
import { whenChanged } from "./when-changed";

const sources = `${repository}/src/native`;

/** Compiles the extension's C++, what of it has changed. */
export async function buildExtension(engine: Engine): Promise<void> {
  const header = `${engine.apiFolder}/gdextension_interface.h`;
  const settings = cmakeSettings(engine);
  const files = [...filesIn(sources), header, engine.libnode];
  await whenChanged("extension", { files, settings }, () =>
    step("Compile the extension", async (report) => {
      await compile({ sources, folder: makeBuildFolder("native"), settings }, report);
      return { outputs: [extensionLibrary] };
    }),
  );
}

function cmakeSettings(engine: Engine): readonly string[] {
  return [
    "-DCMAKE_BUILD_TYPE=Release",
    `-DGODOT_INTERFACE_DIR=${engine.apiFolder}`,
    `-DNODE_INCLUDE_DIRS=${engine.nodeInclude.join(";")}`,
    `-DLIBNODE=${engine.libnode}`,
    `-DGODOT_TS_OUTPUT_DIR=${binaries}`,
  ];
}
