/** What a file of declarations declares, read line by line, as the generator writes it. */
export interface Declared {
  /** Each class and namespace with its members, without inherited ones. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bases: ReadonlyMap<string, string>;
  /** What is declared at the top. */
  readonly names: ReadonlySet<string>;
}

const top =
  /^(?:export |declare )*(?:abstract )?(class|interface|namespace|const|function|enum|type) (\w+)(?:<.*?>)?(?: extends (\w+))?/;
const containers: ReadonlySet<string> = new Set(["class", "enum", "interface", "namespace"]);
const member =
  /^ {2}(?:export )?(?:static )?(?:abstract )?(?:readonly )?(?:get |set |enum |type )?"?(\w+)"?[?(:<; ]/;

export function declaredMembers(text: string): Declared {
  const members = new Map<string, Set<string>>();
  const bases = new Map<string, string>();
  const names = new Set<string>();
  let current = "";
  for (const line of text.replace(/\/\*\*.*?\*\//gs, "").split("\n")) {
    const [, kind = "", name = "", base] = top.exec(line) ?? [];
    if (name !== "") {
      names.add(name);
      current = containers.has(kind) ? name : "";
      if (base !== undefined) bases.set(name, base);
    }
    const [, inside = ""] = member.exec(line) ?? [];
    if (current === "" || inside === "") continue;
    const known = members.get(current) ?? new Set();
    members.set(current, known.add(inside));
  }
  return { members, bases, names };
}
