import { existsSync } from "node:fs";
import { mkdir, rm, symlink } from "node:fs/promises";
import { execa } from "execa";
import { makeBuildFolder } from "./build/build-folder";
import { buildAll } from "./build/index";
import { importProject } from "./build/project";
import type { ExportTemplates } from "./engine";
import { repository } from "./repository";
import { BuildError } from "./terminal/build-error";
import { step } from "./terminal/step";

/** `npm run export`: exports the demo for Linux into `build/demo/`. */
export async function run(): Promise<number> {
  const engine = await buildAll();
  await importProject(engine);
  const env =
    engine.templates === undefined ? {} : await dataHome(engine.templates, engine.godotVersion);
  const folder = makeBuildFolder("demo");
  const program = `${folder}/demo.x86_64`;
  await step("Export the demo", async () => {
    // Godot leaves what an earlier export has put there.
    await rm(folder, { recursive: true });
    await mkdir(folder);
    const { failed, all } = await execa(
      engine.godot,
      ["--headless", "--path", repository, "--export-release", "Linux", program],
      { env, all: true, reject: false },
    );
    if (failed || !existsSync(program))
      throw new BuildError(`Godot cannot export the demo:\n${all}`);
  });
  process.stdout.write(`${program}\n`);
  return 0;
}

/**
 * Godot looks for export templates in its user's data folder, by its version. This makes such a
 * folder with the provisioned ones, and gives the environment that leads there.
 */
async function dataHome(templates: ExportTemplates, version: string): Promise<NodeJS.ProcessEnv> {
  const home = makeBuildFolder("data");
  const folder = `${home}/godot/export_templates/${templatesVersion(version)}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await symlink(templates.release, `${folder}/linux_release.x86_64`);
  await symlink(templates.debug, `${folder}/linux_debug.x86_64`);
  return { XDG_DATA_HOME: home };
}

/** The version that Godot names its folder of templates by, e.g. `4.6.3.stable`. */
function templatesVersion(version: string): string {
  return version.match(/^[\d.]+\.[a-z]+\d*/)?.[0] ?? version;
}
