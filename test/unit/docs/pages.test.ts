import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Block } from "../../docs/page";
import { pagesThere, programsOf, repository, testsByPage } from "../../docs/pages";
import { scenery } from "./scenery";

const onTestHost = "test/unit/docs/programs.test.ts";
const givenSource = readFileSync(join(repository, "test/docs/given.ts"), "utf8");
const given = [...givenSource.matchAll(/^export declare (?:const|function) (\w+)/gm)].map(
  ([, name]) => name ?? "",
);

test("every page is listed, with the test that runs its programs", () => {
  expect(Object.keys(testsByPage).sort()).toEqual(pagesThere());
});

test.each(Object.entries(testsByPage))("the programs of %s are run by %j", (page, paths) => {
  const languages = new Set(programsOf(page).map(({ language }) => language));
  expect(paths.length > 0).toBe(languages.size > 0);
  for (const path of paths) {
    expect(readFileSync(join(repository, path), "utf8")).toContain(`"${page}"`);
  }
  // Only the engine parses GDScript.
  expect(languages.has("gdscript") && paths.every((path) => path === onTestHost)).toBe(false);
});

test("the list of pages has a line for each", () => {
  const list = readFileSync(join(repository, "docs/README.md"), "utf8");
  const linked = [...list.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page);
  expect([...linked, "README.md"].sort()).toEqual(pagesThere());
});

test("links between pages lead somewhere", () => {
  const there = pagesThere();
  const dead = there
    .filter((page) => page !== "README.md")
    .flatMap((page) => {
      const text = readFileSync(join(repository, "docs", page), "utf8");
      return [...text.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, to]) => `${page}: ${to}`);
    })
    .filter((link) => !there.includes(link.replace(/^.*: /, "")));
  expect(dead).toEqual([]);
});

test("the programs of all pages are of the types that they should be", () => {
  const folder = join(repository, "build/docs-programs");
  rmSync(folder, { recursive: true, force: true });
  for (const page of pagesThere()) {
    for (const block of programsOf(page)) {
      if (block.language !== "ts") continue;
      const file = join(folder, page, block.path ?? `scripts/${block.name.replace(":", "-")}.ts`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, moduleOf(page, block));
    }
  }
  const config = { extends: "../../tsconfig.json", include: ["**/*.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  expect(errorsOf(folder)).toBe("");
}, 120_000);

/** A program as a module, around which there is what it takes for granted. */
function moduleOf(page: string, block: Block): string {
  if (block.path !== undefined) return block.code;
  const isOnTestHost = testsByPage[page]?.includes(onTestHost);
  const names = (isOnTestHost ? Object.keys(scenery) : given).filter((name) =>
    new RegExp(`\\b${name}\\b`).test(block.body),
  );
  const root = "../../../../test";
  const around = isOnTestHost
    ? `import { scenery } from "${root}/unit/docs/scenery";\nconst { ${names.join(", ")} } = scenery;\n`
    : `import { ${names.join(", ")} } from "${root}/docs/given";\n`;
  if (/^export /m.test(block.body)) return `${block.imports}${around}${block.body}`;
  return `${block.imports}${around}import type { Node2D } from "godot";
    export async function program(this: Node2D): Promise<void> {{\n${block.body}}}\n`;
}

function errorsOf(folder: string): string {
  try {
    execFileSync(join(repository, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
