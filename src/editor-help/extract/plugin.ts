import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { BuildResult, PartialMessage, Plugin } from "esbuild";
import { type ClassComments, docCommentsPath } from "../doc-comments";
import { findDocComments } from "./find-doc-comments";

/** Scripts that may register a class. Others are not parsed. */
const mayRegister = /@register\b|["']godot-ts["']/;

/**
 * A plugin for esbuild that writes the doc comments of registered classes beside the bundle, for the
 * editor's help: esbuild itself drops comments.
 *
 * A script that it can't parse though esbuild can is a warning, and its comments are left out.
 */
export function docComments(): Plugin {
  return {
    name: "doc-comments",
    setup(build) {
      const { absWorkingDir = process.cwd(), outfile } = build.initialOptions;
      if (outfile === undefined) throw new Error("doc-comments: the bundle needs an outfile");
      // It names the scripts that went into the bundle.
      build.initialOptions.metafile = true;
      build.onEnd(async ({ metafile }: BuildResult) => {
        if (metafile === undefined) return {};
        const classes: ClassComments[] = [];
        const warnings: PartialMessage[] = [];
        for (const path of Object.keys(metafile.inputs)) {
          try {
            classes.push(...(await commentsIn(absWorkingDir, path)));
          } catch (error) {
            warnings.push(leftOut(path, error));
          }
        }
        const output = resolve(absWorkingDir, docCommentsPath(outfile));
        await writeFile(output, JSON.stringify(classes));
        return { warnings };
      });
    },
  };
}

async function commentsIn(folder: string, path: string): Promise<ClassComments[]> {
  // What plugins make has a namespace, as in "godot-ts:scripts", and no file.
  if (!/\.[cm]?[jt]sx?$/.test(path) || /^\(?[\w-]{2,}\)?:/.test(path)) return [];
  const source = await readFile(resolve(folder, path), "utf8");
  return mayRegister.test(source) ? findDocComments(source, path) : [];
}

function leftOut(path: string, error: unknown): PartialMessage {
  const message = error instanceof Error ? error.message : String(error);
  return { text: `The comments of ${path} are not in the editor's help: ${message}` };
}
