import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readDynamic } from "../../../tools/elf/dynamic";
import { readVersionNeeds, relaxVersionNeed } from "../../../tools/elf/version-needs";
import { writeTinyLibrary } from "./tiny-library";

let folder: string;
let library: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "elf-"));
  library = join(folder, "libtiny.so.1");
  writeTinyLibrary(library);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The needs without their places in the file. */
const needs = () =>
  readVersionNeeds(library).map(({ library: from, version, weak, symbols }) => ({
    from,
    version,
    weak,
    symbols,
  }));

describe("a library", () => {
  test("tells its name, what it needs and where it is searched", () => {
    expect(readDynamic(library)).toEqual({
      name: "libtiny.so.1",
      needed: ["libm.so.6", "libown.so.2"],
      searchPath: "/somewhere",
    });
  });

  test("tells which symbols it needs in which versions", () => {
    expect(needs()).toEqual([
      { from: "libm.so.6", version: "GLIBC_2.2.5", weak: false, symbols: ["cosf"] },
      { from: "libm.so.6", version: "GLIBC_2.43", weak: false, symbols: ["sqrtf"] },
    ]);
  });

  test("that is none is neither read nor an error", () => {
    const text = join(folder, "text.so");
    writeFileSync(text, "INPUT(-lm)");
    expect(readDynamic(text)).toBeUndefined();
    expect(readVersionNeeds(text)).toEqual([]);
  });
});

describe("relaxing a version", () => {
  test("makes it weak and its symbols free of it, and leaves the others", () => {
    const newest = readVersionNeeds(library).find((need) => need.version === "GLIBC_2.43");
    if (newest !== undefined) relaxVersionNeed(library, newest);
    expect(needs()).toEqual([
      { from: "libm.so.6", version: "GLIBC_2.2.5", weak: false, symbols: ["cosf"] },
      { from: "libm.so.6", version: "GLIBC_2.43", weak: true, symbols: [] },
    ]);
  });
});
