/**
 * The names of a function's parameters, from its own text, for those that have one: a parameter that
 * is taken apart has "" instead.
 */
export function parameterNames(fn: (...args: never[]) => unknown): string[] {
  const text = Function.prototype.toString.call(fn);
  const start = text.indexOf("(");
  return splitAtCommas(text, start + 1).map((each) => {
    const [name = ""] = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(each.trim()) ?? [];
    return name;
  });
}

/** The parts of a list up to the bracket that closes it, without what is in brackets or quotes. */
function splitAtCommas(text: string, start: number): string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  for (const [token] of text.slice(start).matchAll(tokens)) {
    if (depth === 0 && token === ")") break;
    if (depth === 0 && token === ",") {
      parts.push(part);
      part = "";
    } else if (!token.startsWith("/*") && !token.startsWith("//")) {
      part += token;
    }
    if ("([{".includes(token)) depth++;
    if (")]}".includes(token)) depth--;
  }
  return part.trim() === "" ? parts : [...parts, part];
}

/** Comments and texts are one token each, of all else every character. */
const tokens = /\/\*.*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|./gsu;
