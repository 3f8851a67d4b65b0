/** A line of a script, with paths as the system has them. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  /** The folder of the project. */
  readonly project: string;
}

/** What the editor's settings say under Text Editor > External. */
export interface ExternalEditor {
  readonly isUsed: boolean;
  readonly program: string;
  /** Such as `{project} --goto {file}:{line}:{col}`. */
  readonly flags: string;
}

/** A program that opens a line. */
export interface SourceOpener {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * The programs that may open a line of a script, the preferred one first: the external editor of the
 * editor's settings, else Visual Studio Code. None where neither is there.
 *
 * @param find - gives the path of a program, if there is one of that name
 */
export function openersOf(
  source: SourceLine,
  editor: ExternalEditor,
  find: (name: string) => string | undefined,
): SourceOpener[] {
  const openers: SourceOpener[] = [];
  if (editor.isUsed && editor.program !== "") {
    openers.push({ program: editor.program, args: argumentsOf(editor.flags, source) });
  }
  const code = find("code");
  if (code !== undefined) {
    openers.push({ program: code, args: ["--goto", `${source.file}:${source.line}`] });
  }
  return openers;
}

/** Splits flags at spaces that aren't in quotes, and fills them in. The file comes last if they miss it. */
function argumentsOf(flags: string, source: SourceLine): string[] {
  const args = (flags.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((flag) =>
    flag.replaceAll('"', "").replaceAll(/\{(file|line|col|project)\}/gi, (_, name: string) => {
      return fillings[name.toLowerCase()]?.(source) ?? "";
    }),
  );
  return /\{file\}/i.test(flags) ? args : [...args, source.file];
}

const fillings: { readonly [name: string]: (source: SourceLine) => string } = {
  file: ({ file }) => file,
  line: ({ line }) => String(line),
  col: () => "1",
  project: ({ project }) => project,
};
