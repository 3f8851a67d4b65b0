import { describe, expect, test } from "@jest/globals";
import {
  isAtLeast,
  nodeVersionOf,
  requireGodotVersion,
  requireNodeVersion,
} from "../../../tools/engine/versions";

describe("versions", () => {
  test("compare number by number", () => {
    expect(isAtLeast("4.10.stable", "4.5")).toBe(true);
    expect(isAtLeast("4.4.1.stable", "4.5")).toBe(false);
    expect(isAtLeast("5", "4.5")).toBe(true);
  });

  test("Node's is read from its header", () => {
    const header = [
      "#define NODE_MAJOR_VERSION 24",
      "#define NODE_MINOR_VERSION 21",
      "#define NODE_PATCH_VERSION 0",
    ].join("\n");
    expect(nodeVersionOf(header)).toBe("24.21.0");
  });

  test("too old a Godot is refused with what was found", () => {
    expect(() => requireGodotVersion("4.4.stable", "/opt/godot")).toThrow(
      "Godot 4.5 or newer is needed, /opt/godot is 4.4.stable.",
    );
  });

  test("a program that is no Godot is refused with what it said", () => {
    expect(() => requireGodotVersion("hello", "/bin/echo")).toThrow(
      '/bin/echo is no Godot: it tells "hello" as its version.',
    );
  });

  test("too old a Node is refused with what was found", () => {
    expect(() => requireNodeVersion("22.20.0", "/opt/libnode.so.127")).toThrow(
      "Node 24 or newer is needed, /opt/libnode.so.127 is 22.20.0.",
    );
  });
});
