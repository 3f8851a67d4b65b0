import type { Engine } from "../engine";
import { repository } from "../repository";
import { step } from "../terminal/step";
import { makeBuildFolder } from "./build-folder";
import { compile } from "./cmake";
import { filesIn } from "./files-in";
import { whenChanged } from "./when-changed";

const sources = `${repository}/test/native`;

/**
 * Compiles the second extension, which only tests and benchmarks load: by
 * `GDExtensionManager.loadExtension("res://test/native/foreign.gdextension")`.
 */
export async function buildForeignExtension(engine: Engine): Promise<void> {
  const output = makeBuildFolder("foreign");
  const header = `${engine.apiFolder}/gdextension_interface.h`;
  const settings = [
    "-DCMAKE_BUILD_TYPE=Release",
    `-DGODOT_INTERFACE_DIR=${engine.apiFolder}`,
    `-DFOREIGN_OUTPUT_DIR=${output}`,
  ];
  const files = [...filesIn(sources), ...filesIn(`${repository}/src/native/engine`), header];
  await whenChanged("foreign", { files, settings }, () =>
    step("Compile the tests' own extension", async (report) => {
      await compile({ sources, folder: `${output}/cmake`, settings }, report);
      return { outputs: [`${output}/libforeign.so`] };
    }),
  );
}
