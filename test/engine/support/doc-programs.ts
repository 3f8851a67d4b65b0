import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as godot from "godot";
import * as godotTs from "godot-ts";
import { type Block, blocksOf } from "../../docs/page";

const { ProjectSettings } = godot;

type Names = Readonly<Record<string, unknown>>;

const exports = /^export /m;
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
  loadFile(path: string): Names {
    const block = this.blocks.find((each) => each.path === path);
    if (block === undefined) throw new Error(`the page shows no file ${path}`);
    const exported = this.#evaluate(block.code);
    this.#modules[`./${path.replace(/^.*\//, "").replace(/\.ts$/, "")}`] = exported;
    return exported;
  }

  /**
   * Loads the program below a heading that exports something.
   *
   * @param names what it takes for granted
   */
  load(heading: string, names: Names = {}): Names {
    const [program] = this.#below(heading).filter(({ body }) => exports.test(body));
    if (program === undefined) throw new Error(`no program below "${heading}" exports anything`);
    return this.#evaluate(program.code, names);
  }

  /**
   * Runs the programs below a heading, but for those that export something.
   *
   * @param names what they take for granted
   * @param self their `this`
   */
  async run(heading: string, names: Names = {}, self?: object): Promise<void> {
    for (const { imports, body } of this.#below(heading)) {
      if (exports.test(body)) continue;
      const source = `${imports}export async function program() {\n${body}}`;
      const { program } = this.#evaluate(source, names);
      await (program as () => Promise<void>).call(self);
    }
  }

  /** The program in GDScript below a heading. */
  gdscript(heading: string): Block {
    const program = this.blocks.find(
      (each) => each.language === "gdscript" && each.heading === heading,
    );
    if (program === undefined) throw new Error(`the page has no GDScript below "${heading}"`);
    return program;
  }

  #below(heading: string): Block[] {
    const programs = this.#programs.filter((each) => each.heading === heading);
    if (programs.length === 0) throw new Error(`the page has no program below "${heading}"`);
    return programs;
  }

  get #programs(): Block[] {
    return this.blocks.filter(({ language, path }) => language === "ts" && path === undefined);
  }

  #evaluate(source: string, names: Names = {}): Names {
    const options = ["--loader=ts", "--format=cjs", "--target=node22", "--keep-names"];
    const compiled = execFileSync(esbuild, options, { input: source, encoding: "utf8" });
    const module = { exports: {} };
    const find = (name: string) => {
      const found = this.#modules[name];
      if (found === undefined) throw new Error(`a program of the page imports "${name}"`);
      return found;
    };
    const given = Object.keys(names);
    const run = new Function("require", "module", "exports", ...given, compiled);
    run(find, module, module.exports, ...Object.values(names));
    return module.exports;
  }
}
