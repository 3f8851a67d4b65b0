import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readApi } from "./api";
import { engineModel } from "./class-model";
import { type Coverage, coverage } from "./coverage";
import { declarations } from "./declarations";
import { runtimeExports } from "./exports";
import { facade } from "./facade";
import { signatureText } from "./signature-table";
import { tableText } from "./table";

/**
 * Makes from the engine's dump what the engine's API is to us: the run-time table, the names of
 * arguments for errors, the types, and the module that users' bundles import. All of it is ignored by
 * git. Tells how much that is.
 */
export async function generate(apiJsonPath: string, repoRoot: string): Promise<Coverage> {
  const model = engineModel(await readApi(apiJsonPath));
  const prelude = await readFile(
    join(repoRoot, "tools/generate/declarations/prelude.d.ts"),
    "utf8",
  );
  const outputs = {
    "addons/godot_ts/runtime/api.txt": tableText(model),
    "addons/godot_ts/runtime/signatures.txt": signatureText(model),
    "types/godot/index.d.ts": declarations(model, prelude),
    "addons/godot_ts/runtime/godot.mjs": facade(
      runtimeExports(model),
      new Set(model.api.singletons.map((each) => each.name)),
    ),
  };
  for (const [path, text] of Object.entries(outputs)) {
    const file = join(repoRoot, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return coverage(model);
}
