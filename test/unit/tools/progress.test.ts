import { describe, expect, test } from "@jest/globals";
import { compiledFraction } from "../../../tools/build/compile-progress";
import { downloadedFraction } from "../../../tools/engine/apt-progress";

describe("progress", () => {
  test("of a download is read from apt's status lines", () => {
    expect(downloadedFraction("dlstatus:3:42.5:Retrieving file 3 of 151")).toBe(0.425);
    expect(downloadedFraction("pmstatus:godot:10:Unpacking")).toBeUndefined();
  });

  test("of a compilation is read from Ninja's lines and from make's", () => {
    expect(compiledFraction("[3/12] Building CXX object a.o")).toBe(0.25);
    expect(compiledFraction("[ 25%] Building CXX object a.o")).toBe(0.25);
    expect(compiledFraction("a.cpp:1: error")).toBeUndefined();
  });
});
