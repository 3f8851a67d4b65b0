import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isOnFloor, lowerFloor } from "../../../tools/build/system-floor";
import { readVersionNeeds } from "../../../tools/elf/version-needs";
import { writeTinyLibrary } from "./tiny-library";

let folder: string;
let library: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "floor-"));
  library = join(folder, "libtiny.so.1");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the oldest system", () => {
  test("has the versions of glibc 2.38 and GCC 14", () => {
    expect(isOnFloor("GLIBC_2.38")).toBe(true);
    expect(isOnFloor("GLIBC_2.39")).toBe(false);
    expect(isOnFloor("GLIBCXX_3.4.33")).toBe(true);
    expect(isOnFloor("GLIBCXX_3.4.34")).toBe(false);
    expect(isOnFloor("OPENSSL_9.0.0")).toBe(true);
    expect(isOnFloor("GLIBC_ABI_DT_RELR")).toBe(true);
    expect(isOnFloor("GLIBC_ABI_GNU2_TLS")).toBe(false);
  });

  test("loads a library whose newer versions are for symbols that older ones do for", () => {
    writeTinyLibrary(library);
    lowerFloor(library);
    expect(readVersionNeeds(library).every((need) => need.weak || isOnFloor(need.version))).toBe(
      true,
    );
  });

  test("refuses a library that needs more, by the symbols it needs", () => {
    writeTinyLibrary(library, { newest: "fmodf" });
    expect(() => lowerFloor(library)).toThrow("libtiny.so.1 needs GLIBC_2.43 of libm.so.6 (fmodf)");
  });
});
