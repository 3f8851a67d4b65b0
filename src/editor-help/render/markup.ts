// BBCode of the class reference.

/** Languages that the help colours. */
const colored = ["gdscript", "csharp"];

/** A short piece of code. What is between its tags, Godot takes as it is. */
export function code(text: string): string {
  return text.includes("[/code]") ? escapeBrackets(text) : `[code]${text.trim()}[/code]`;
}

export function hyperlink(url: string, text: string): string {
  return `[url=${url}]${text}[/url]`;
}

export function escapeBrackets(text: string): string {
  return text.replace(/[[\]]/g, (bracket) => (bracket === "[" ? "[lb]" : "[rb]"));
}

/** Several lines of code. TypeScript, which the help can't colour, is shown as text. */
export function codeBlock(text: string, language = ""): string {
  const shown = colored.includes(language) ? language : "text";
  return `[codeblock lang=${shown}]\n${text}\n[/codeblock]`;
}
