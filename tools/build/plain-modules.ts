import { writeFile } from "node:fs/promises";

/** A module for plain Node, whose exports all come from one script: so both kinds share its state. */
export interface PlainModule {
  /** The path, without the extension. */
  readonly path: string;
  /** Where its exports come from, beside it. */
  readonly script: string;
  readonly names: readonly string[];
  /** The names that the script exports; the others need the engine. */
  readonly available: ReadonlySet<string>;
}

/** Writes a module twice, for `require` and for `import`, and returns what was written. */
export async function writePlainModule(module: PlainModule): Promise<readonly string[]> {
  const { path } = module;
  await writeFile(`${path}.cjs`, commonJs(module));
  await writeFile(`${path}.mjs`, ecmaScript(module));
  return [`${path}.cjs`, `${path}.mjs`];
}

export function commonJs({ script, names, available }: PlainModule): string {
  return [
    "// Made by the build: for plain Node, without the engine.",
    `const script = require("./${script}");`,
    ...sorted(names).map(
      (name) =>
        `exports.${name} = ${available.has(name) ? `script.${name}` : `script.engineOnly("${name}")`};`,
    ),
    "",
  ].join("\n");
}

export function ecmaScript({ path, names }: PlainModule): string {
  const file = `${path.slice(path.lastIndexOf("/") + 1)}.cjs`;
  return [
    "// Made by the build: for plain Node, without the engine.",
    `import module from "./${file}";`,
    ...sorted(names).map((name) => `export const ${name} = module.${name};`),
    "",
  ].join("\n");
}

function sorted(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== "default").sort();
}
