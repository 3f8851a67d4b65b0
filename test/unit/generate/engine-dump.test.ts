import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Api, ApiClass } from "../../../tools/generate/api";
import { engineModel } from "../../../tools/generate/class-model";
import { coverage } from "../../../tools/generate/coverage";
import { declarations } from "../../../tools/generate/declarations";
import { memberName, variableName } from "../../../tools/generate/names";
import { declaredMembers } from "./declared-members";

const repository = resolve(__dirname, "../../..");
const dumpPath = `${repository}/.engine/api/extension_api.json`;

// `npm test` has the engine write its dump before it comes here.
(existsSync(dumpPath) ? describe : describe.skip)("the engine's own dump", () => {
  const api: Api = JSON.parse(readFileSync(dumpPath, "utf8"));
  const model = engineModel(api);
  const prelude = readFileSync(`${repository}/tools/generate/declarations/prelude.d.ts`, "utf8");
  const text = declarations(model, prelude);
  const declared = declaredMembers(text);

  const singletons = new Set(api.singletons.map((each) => each.name));
  const typeName = (name: string) => (singletons.has(name) ? `${name}Singleton` : name);
  const membersOf = (name: string) => declared.members.get(typeName(name)) ?? new Set();

  /** What a class of the dump has and its declaration doesn't. */
  const missing = (names: (each: ApiClass) => readonly string[]) =>
    api.classes.flatMap((each) =>
      names(each)
        .filter((name) => !membersOf(each.name).has(name))
        .map((name) => `${each.name}.${name}`),
    );
  const ours = (items: readonly { readonly name: string }[] = []) =>
    items.map((each) => memberName(each.name));
  const theirs = (items: readonly { readonly name: string }[] = []) =>
    items.map((each) => each.name);

  describe("reaches the types with", () => {
    test("all classes, each with its base", () => {
      const pairs = api.classes.map((each) => [each.name, each.inherits]);

      expect(
        pairs.filter(
          ([name = "", base]) => declared.bases.get(typeName(name)) !== (base && typeName(base)),
        ),
      ).toEqual([]);
    });

    test("all methods and virtual methods", () => {
      expect(missing((each) => ours(each.methods))).toEqual([]);
    });

    test("all properties", () => {
      expect(missing((each) => ours(each.properties))).toEqual([]);
    });

    test("all signals", () => {
      expect(missing((each) => ours(each.signals))).toEqual([]);
    });

    test("all constants and enums", () => {
      expect(missing((each) => theirs(each.constants))).toEqual([]);
      expect(missing((each) => theirs(each.enums))).toEqual([]);
      expect(missing((each) => (each.enums ?? []).flatMap(({ values }) => theirs(values)))).toEqual(
        [],
      );
    });

    test("all utility functions, singletons, global enums and constants", () => {
      const names = [
        ...api.utility_functions.map((each) => variableName(each.name)),
        ...theirs(api.singletons),
        ...api.global_enums.map((each) => each.name.replace(/\..*/, "")),
        ...api.global_enums.flatMap((each) => theirs(each.values)),
        ...theirs(api.global_constants),
      ];

      expect(names.filter((name) => !declared.names.has(name))).toEqual([]);
    });
  });

  test("is counted as it is reached, with nothing left out", () => {
    const { reached, skipped } = coverage(model);
    const all = <T>(items: (each: ApiClass) => readonly T[] | undefined) =>
      api.classes.flatMap((each) => items(each) ?? []);

    expect(skipped).toEqual([]);
    expect(reached).toMatchObject({
      classes: api.classes.length,
      methods: all((each) => each.methods).filter((each) => !each.is_virtual).length,
      "virtual methods": all((each) => each.methods).filter((each) => each.is_virtual).length,
      properties: all((each) => each.properties).length,
      signals: all((each) => each.signals).length,
      enums: all((each) => each.enums).length,
    });
  });

  test("needs no any", () => {
    const code = text.replace(/\/\*\*.*?\*\//gs, "");

    // As a type: Array has a method of that name.
    expect(code.match(/.*[:<|,=(]\s*any\b.*/g)).toBeNull();
  });

  describe("gives names", () => {
    test("that mean one thing in a class and its ancestors", () => {
      const renamed = model.classes.flatMap((each) =>
        [
          ...each.methods.keys(),
          ...each.virtuals.keys(),
          ...each.properties.keys(),
          ...each.signals.keys(),
        ]
          .filter((name) => name.endsWith("_"))
          .map((name) => `${each.api.name}.${name}`),
      );

      expect(renamed).toEqual([]);
    });

    test("that are no property of every function, where they are a class's own", () => {
      const statics = api.classes.flatMap((each) => [
        ...ours(each.methods?.filter((method) => method.is_static)),
        ...theirs(each.constants),
        ...theirs(each.enums),
      ]);

      expect(statics.filter((name) => name in Function.prototype || name === "prototype")).toEqual(
        [],
      );
    });

    test("that make no object a promise, and hide no constructor", () => {
      const names = api.classes.flatMap((each) => [...membersOf(each.name)]);

      expect(names.filter((name) => name === "then" || name === "constructor")).toEqual([]);
    });
  });

  describe("has documentation", () => {
    const comments = text.match(/\/\*\*.*?\*\//gs) ?? [];
    const prose = comments.map((each) =>
      each.replace(/```.*?```/gs, "").replace(/``.*?``|`[^`\n]*`/g, ""),
    );

    test("for all that it describes", () => {
      const described = (items: readonly { readonly description?: string }[] = []) =>
        items.filter((each) => each.description).length;
      const expected = api.classes.reduce(
        (sum, each) =>
          sum +
          described(each.methods) +
          described(each.properties) +
          described(each.signals) +
          described(each.constants),
        described(api.utility_functions),
      );
      const links = text.match(
        /^ *\* \[Class reference\]\(.*#class-.*-(method|property|signal|constant)-.*\)$/gm,
      );

      expect(links?.length).toBeGreaterThanOrEqual(expected);
    });

    test("of each structure in C that a method takes the address of", () => {
      const taken = api.classes
        .flatMap((each) => (each.methods ?? []).flatMap((method) => method.arguments ?? []))
        .map((each) => each.type.replace(/^const |[ *]/g, ""));
      const structures = api.native_structures.filter(({ name }) => taken.includes(name));

      expect(structures.length).toBeGreaterThan(0);
      expect(
        structures.filter(({ name, format }) => {
          const fields = format.replaceAll(";", "; ");
          return !comments.some((each) => each.includes(name) && each.includes(`{ ${fields}; }`));
        }),
      ).toEqual([]);
    });

    test("without BBCode", () => {
      const tag =
        /\[\/?(b|i|u|s|code|kbd|url|codeblocks?|gdscript|csharp|param|method|member|signal|constant|enum|annotation|theme_item|constructor|operator|color|img|center|lb|rb|br)\b[^\]]*\](?!\()/;

      expect(prose.filter((each) => tag.test(each))).toEqual([]);
    });

    test("whose links lead to what is declared", () => {
      const links = prose.flatMap((each) =>
        [...each.matchAll(/\{@link ([\w.]+)/g)].map(([, path = ""]) => path),
      );
      const has = (owner: string, name: string): boolean => {
        for (
          let each: string | undefined = owner;
          each !== undefined;
          each = declared.bases.get(each)
        ) {
          if (declared.members.get(each)?.has(name)) return true;
        }
        return false;
      };
      const isDeclared = (path: string) => {
        const [name = "", inside] = path.replace(".prototype.", ".").split(".");
        if (inside === undefined) return declared.names.has(name);
        return has(name, inside) || has(`${name}Singleton`, inside);
      };

      expect(links.length).toBeGreaterThan(0);
      expect([...new Set(links.filter((each) => !isDeclared(each)))]).toEqual([]);
    });
  });
});
