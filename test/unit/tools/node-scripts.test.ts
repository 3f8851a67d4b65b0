import { expect, test } from "@jest/globals";
import { scriptsNamedIn } from "../../../tools/build/node-scripts";

test("libnode's own scripts are whole strings in it, not parts of others", () => {
  const library = Buffer.from(
    [
      "",
      "/usr/share/nodejs/undici/undici-fetch.js",
      "/usr/share/nodejs/",
      "// from ../usr/share/nodejs/minimatch/index.js",
      "/usr/share/nodejs/acorn/dist/acorn.js",
      "",
    ].join("\0"),
  );
  expect(scriptsNamedIn(library)).toEqual([
    "/usr/share/nodejs/acorn/dist/acorn.js",
    "/usr/share/nodejs/undici/undici-fetch.js",
  ]);
});
