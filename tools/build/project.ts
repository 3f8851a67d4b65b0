import { readdirSync } from "node:fs";
import { execa } from "execa";
import { listExtension } from "../../addons/godot_ts/extension-list.mjs";
import type { Engine } from "../engine";
import { repository } from "../repository";
import { BuildError } from "../terminal/build-error";
import { step } from "../terminal/step";
import { whenChanged } from "./when-changed";

/** Has Godot import the project's resources, which a game needs before it first runs. */
export async function importProject(engine: Engine): Promise<void> {
  const settings = engine.godotVersion;
  await whenChanged("project", { files: resources(), settings }, () =>
    step("Import the project", async () => {
      listExtension(repository);
      const { failed, all } = await execa(
        engine.godot,
        ["--headless", "--path", repository, "--import"],
        { all: true, reject: false },
      );
      if (failed) throw new BuildError(`Godot cannot import the project:\n${all}`);
      return { outputs: [`${repository}/.godot/extension_list.cfg`] };
    }),
  );
}

/** Files that Godot never imports, or writes itself. */
const NO_RESOURCE = /\.(ts|js|mjs|map|json|md|txt|log|uid|import)$|\.so(\.|$)/;

/** The project's resources, found by Godot's own rule on which folders it looks into. */
function resources(folder = repository): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === ".gdignore")) return [];
  return entries
    .filter((entry) => !entry.name.startsWith(".") && !NO_RESOURCE.test(entry.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? resources(path) : [path];
    });
}
