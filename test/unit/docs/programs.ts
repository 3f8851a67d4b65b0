import { readFileSync } from "node:fs";
import { join } from "node:path";

const docs = join(__dirname, "../../../docs");

export interface Program {
  /** Its page, and the line it begins at. */
  readonly name: string;
  readonly imports: string;
  readonly body: string;
}

/** The programs of a page: its blocks of `ts`. */
export function programsOf(page: string): Program[] {
  const text = readFileSync(join(docs, page), "utf8");
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => {
    const source = match[1] ?? "";
    const imports = [...source.matchAll(/^import .*?;\n/gms)].map(([each]) => each).join("");
    const line = text.slice(0, match.index).split("\n").length + 1;
    return { name: `${page}:${line}`, imports, body: source.replace(/^import .*?;\n/gms, "") };
  });
}
