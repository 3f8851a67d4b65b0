import { ClaimedNames, memberName, variableName } from "../../../tools/generate/names";

describe("memberName", () => {
  test.each([
    ["get_node", "getNode"],
    ["tree_exiting", "treeExiting"],
    ["position", "position"],
    ["_ready", "_ready"],
    ["_physics_process", "_physicsProcess"],
    ["get_node_2d", "getNode2d"],
    ["uv1_scale", "uv1Scale"],
    ["get_3d_world", "get3dWorld"],
    ["printerr", "printerr"],
    ["a__b", "aB"],
    ["get_RID", "getRID"],
  ])("writes %s as %s", (engineName, ours) => {
    expect(memberName(engineName)).toBe(ours);
  });
});

describe("variableName", () => {
  test("adds an underscore to a word that JavaScript reserves", () => {
    expect(variableName("typeof")).toBe("typeof_");
    expect(variableName("default")).toBe("default_");
  });

  test("leaves all others as members are written", () => {
    expect(variableName("deg_to_rad")).toBe("degToRad");
  });
});

describe("ClaimedNames", () => {
  test("gives the later of two kinds an underscore", () => {
    const names = new ClaimedNames();

    expect(names.claim("draw_mode", "method")).toBe("drawMode");
    expect(names.claim("draw_mode", "property")).toBe("drawMode_");
    expect(names.claim("draw_mode", "signal")).toBe("drawMode__");
  });

  test("gives an underscore to a signal that an ancestor's method comes before", () => {
    const base = new ClaimedNames();
    base.claim("draw", "method");

    expect(new ClaimedNames(new ClaimedNames(base)).claim("draw", "signal")).toBe("draw_");
  });

  test("keeps the name of a method that overrides an ancestor's", () => {
    const base = new ClaimedNames();
    base.claim("instantiate", "method");

    expect(new ClaimedNames(base).claim("instantiate", "method")).toBe("instantiate");
  });
});
