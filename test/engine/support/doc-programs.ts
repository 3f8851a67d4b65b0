import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as godot from "godot";
import * as godotTs from "godot-ts";
import { type Block, blocksOf } from "../../docs/page";

const { ProjectSettings } = godot;

type Names = Readonly<Record<string, unknown>>;

// Node in Godot comes without TypeScript.
const esbuild = ProjectSettings.globalizePath("res://node_modules/esbuild/bin/esbuild");

/** The programs of a page, as its reader would run them. */
export class DocPage {
  readonly blocks: readonly Block[];
  readonly #modules: Record<string, object>;

  /** @param modules what its programs import, beside `"godot"` and `"godot-ts"` */
  constructor(page: string, modules: Readonly<Record<string, object>> = {}) {
    const path = ProjectSettings.globalizePath(
      page === "README.md" ? "res://README.md" : `res://docs/${page}`,
    );
    this.blocks = blocksOf(page, readFileSync(path, "utf8"));
    this.#modules = { godot, "godot-ts": godotTs, ...modules };
  }

  /** The headings that have a program below them that is no file. */
  get headings(): string[] {
    return this.#programs.map(({ heading }) => heading);
  }

  /** Loads a file that the page shows. Programs can import it from then on. */
  loadFile(path: string): Readonly<Record<string, unknown>> {
    const block = this.blocks.find((each) => each.path === path);
    if (block === undefined) throw new Error(`the page shows no file ${path}`);
    const exported = this.#evaluate(block.code);
    this.#modules[`./${path.replace(/^.*\//, "").replace(/\.ts$/, "")}`] = exported;
    return exported;
  }

  /**
   * Runs the program below a heading.
   *
   * @param names what it takes for granted
   * @param self its `this`
   */
  async run(heading: string, names: Names = {}, self?: object): Promise<unknown> {
    const programs = this.#programs.filter((each) => each.heading === heading);
    if (programs.length === 0) throw new Error(`the page has no program below "${heading}"`);
    const results: unknown[] = [];
    for (const { imports, body } of programs)
      results.push(await this.#run(imports, body, names, self));
    return results.at(-1);
  }

  get #programs(): Block[] {
    return this.blocks.filter(({ language, path }) => language === "ts" && path === undefined);
  }

  #run(imports: string, body: string, names: Names, self: object | undefined): unknown {
    const given = Object.keys(names).join(", ");
    // In a block of its own, a program may have a variable of the same name.
    const source = `${imports}export async function program(${given}) {{\n${body}}}`;
    const { program } = this.#evaluate(source);
    return (program as (...values: unknown[]) => unknown).apply(self, Object.values(names));
  }

  #evaluate(source: string): Readonly<Record<string, unknown>> {
    const options = ["--loader=ts", "--format=cjs", "--target=node22"];
    const compiled = execFileSync(esbuild, options, { input: source, encoding: "utf8" });
    const module = { exports: {} };
    const find = (name: string) => {
      const found = this.#modules[name];
      if (found === undefined) throw new Error(`a program of the page imports "${name}"`);
      return found;
    };
    new Function("require", "module", "exports", compiled)(find, module, module.exports);
    return module.exports;
  }
}
