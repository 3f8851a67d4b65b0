/** A block of code of a page in `docs/`. */
export interface Block {
  /** Its page, and the line it begins at. */
  readonly name: string;
  readonly language: "ts" | "gdscript";
  /** The heading above it. */
  readonly heading: string;
  /** The file it is shown as, such as `scripts/coin.ts`, if its first line says so. */
  readonly path: string | undefined;
  readonly code: string;
  /** The imports of a program in TypeScript. */
  readonly imports: string;
  /** The code without them. */
  readonly body: string;
}

const importStatement = /^import [^;]*;\n/gm;

/** The programs of a page: its blocks of `ts` and `gdscript`. */
export function blocksOf(page: string, text: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  for (const match of text.matchAll(/^#+ (.+)$|^( *)```(ts|gdscript)\n([\s\S]*?)^ *```$/gm)) {
    const [, title, indent, language, indented = ""] = match;
    if (title !== undefined && language === undefined) heading = title;
    if (language !== "ts" && language !== "gdscript") continue;
    const code = indented.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    blocks.push({
      name: `${page}:${text.slice(0, match.index).split("\n").length + 1}`,
      language,
      heading,
      path: /^(?:\/\/|#) (?:res:\/\/)?(\S+\.(?:ts|gd))\n/.exec(code)?.[1],
      code,
      imports: [...code.matchAll(importStatement)].map(([each]) => each).join(""),
      body: code.replaceAll(importStatement, ""),
    });
  }
  return blocks;
}
