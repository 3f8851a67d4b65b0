import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Block, blocksOf } from "./page";

export const repository = join(__dirname, "../..");

/**
 * The tests that run the programs of a page: on a `TestHost`, inside the engine, or as a project of its
 * own; none where the page has no programs. What none of them can run is named in the test.
 */
export const testsByPage: Readonly<Record<string, readonly string[]>> = {
  "README.md": ["test/engine/readme-page.test.ts"],
  "add-to-a-project.md": ["test/engine/docs.test.ts"],
  "async-for-gdscript.md": ["test/engine/async-for-gdscript-doc.test.ts"],
  "between-tasks.md": ["test/unit/docs/programs.test.ts"],
  "classes.md": ["test/package/classes-page.test.ts"],
  "combining.md": ["test/unit/docs/programs.test.ts"],
  "debugging.md": [],
  "editor.md": ["test/engine/docs.test.ts"],
  "effect.md": ["test/engine/effect.test.ts"],
  "engine-waits.md": ["test/engine/engine-waits-doc.test.ts"],
  "export.md": [],
  "from-gdscript.md": ["test/engine/guides.test.ts"],
  "from-tokio.md": ["test/engine/guides.test.ts"],
  "from-unitask.md": ["test/engine/guides.test.ts"],
  "instances.md": ["test/engine/docs.test.ts"],
  "names.md": ["test/engine/docs.test.ts"],
  "objects.md": ["test/engine/docs.test.ts"],
  "other-extensions.md": ["test/engine/docs.test.ts"],
  "properties.md": ["test/package/properties-page.test.ts"],
  "rxjs.md": ["test/engine/rxjs.test.ts"],
  "scopes.md": ["test/engine/docs.test.ts"],
  "task-dock.md": [],
  "tasks.md": ["test/unit/docs/programs.test.ts", "test/engine/docs.test.ts"],
  "testing.md": ["test/package/testing.test.ts"],
  "waits.md": ["test/unit/docs/programs.test.ts"],
};

/** The pages that there are, `docs/README.md` excepted, which is the list of them. */
export function pagesThere(): string[] {
  const inDocs = readdirSync(join(repository, "docs")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...inDocs.filter((name) => name !== "README.md")].sort();
}

export function programsOf(page: string): Block[] {
  const path = page === "README.md" ? page : `docs/${page}`;
  return blocksOf(page, readFileSync(join(repository, path), "utf8"));
}
