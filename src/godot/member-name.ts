/**
 * The name of a member of the engine's as we write it: in camelCase. Each underscore inside the name
 * goes, and the letter after it is made a capital; those at its head stay.
 */
export function memberName(engineName: string): string {
  const [underscores = ""] = /^_*/.exec(engineName) ?? [];
  const words = engineName.slice(underscores.length);
  return underscores + words.replace(/_+(.)/g, (_match, letter: string) => letter.toUpperCase());
}
