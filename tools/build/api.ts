import type { Engine } from "../engine";
import { describeCoverage } from "../generate/coverage";
import { generate } from "../generate/index";
import { repository } from "../repository";
import { step } from "../terminal/step";
import { filesIn } from "./files-in";
import { runtimeFolder } from "./runtime-folder";
import { whenChanged } from "./when-changed";

/** Generates all that is made from the engine's API. */
export async function generateApi(engine: Engine): Promise<void> {
  const api = `${engine.apiFolder}/extension_api.json`;
  const rule = `${repository}/src/godot/member-name.ts`;
  const files = [api, rule, ...filesIn(`${repository}/tools/generate`)];
  await whenChanged("api", { files }, () =>
    step("Generate the binding from Godot's API", async () => {
      process.stderr.write(`${describeCoverage(await generate(api, repository))}\n`);
      return {
        outputs: [
          `${runtimeFolder}/api.txt`,
          `${runtimeFolder}/signatures.txt`,
          `${repository}/types/godot/index.d.ts`,
          `${runtimeFolder}/godot.mjs`,
        ],
      };
    }),
  );
}
