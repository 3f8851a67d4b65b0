import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Api, ApiArgument } from "../../../tools/generate/api";
import { neverNull } from "../../../tools/generate/declarations/never-null";
import {
  specialMethods,
  specialUtilities,
} from "../../../tools/generate/declarations/special-signatures";
import { variableName } from "../../../tools/generate/names";

const dumpPath = resolve(__dirname, "../../../.engine/api/extension_api.json");

/** The names of the parameters of a signature, with a question mark for those that may be left out. */
function parameters(signature: string): string[] {
  const list = signature.slice(signature.indexOf("(") + 1, signature.lastIndexOf("):"));
  return [...list.matchAll(/(?:^|, )(?!\.\.\.)(\w+\??):/g)].map(([, name = ""]) => name);
}

function parametersOf(args: readonly ApiArgument[] = []): string[] {
  return args.map(
    ({ name, default_value }) => variableName(name) + (default_value === undefined ? "" : "?"),
  );
}

// `npm test` has the engine write its dump before it comes here.
(existsSync(dumpPath) ? describe : describe.skip)("signatures written by hand", () => {
  const api: Api = JSON.parse(readFileSync(dumpPath, "utf8"));
  const classes = new Map(api.classes.map((each) => [each.name, each]));

  test.each(Object.entries(specialMethods))(
    "of %s have the parameters that the engine has",
    (path, signature) => {
      const [className = "", name] = path.split(".");
      const method = classes.get(className)?.methods?.find((each) => each.name === name);

      expect(parameters(signature)).toEqual(method && parametersOf(method.arguments));
    },
  );

  test.each(
    Object.entries(neverNull).flatMap(([owner, methods]) =>
      [...methods].map((name) => [owner, name] as const),
    ),
  )("let %s.%s never give null, of which the engine doesn't say it", (owner, name) => {
    const method = classes.get(owner)?.methods?.find((each) => each.name === name);

    expect(classes.has(method?.return_value?.type ?? "")).toBe(true);
    expect(method?.return_value?.meta).toBeUndefined();
  });

  test.each(Object.entries(specialUtilities))(
    "of the function %s have the parameters that the engine has",
    (name, signatures) => {
      const utility = api.utility_functions.find((each) => each.name === name);
      const expected = utility?.is_vararg ? [] : utility && parametersOf(utility.arguments);

      for (const signature of signatures) expect(parameters(signature)).toEqual(expected);
    },
  );
});
