import { readFileSync } from "node:fs";
import { repository } from "../process/run-game";

/** The programs of a page of `docs`, each by the path in its first line. */
export function programsOf(
  page: string,
): readonly { readonly path: string; readonly text: string }[] {
  const text = readFileSync(`${repository}/docs/${page}`, "utf8");
  const blocks = text.matchAll(/^```(?:ts|gdscript)\n(?:\/\/|#) (?:res:\/\/)?(\S+)\n(.*?)^```$/gms);
  return [...blocks].map(([, path = "", program = ""]) => ({ path, text: program }));
}
