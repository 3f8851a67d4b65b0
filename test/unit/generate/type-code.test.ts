import { typeCode } from "../../../tools/generate/type-code";

describe("typeCode", () => {
  test.each([
    [undefined, "void"],
    ["bool", "bool"],
    ["Vector2", "Vector2"],
    ["Variant", "Variant"],
    ["Node", "Node"],
    ["enum::Node.ProcessMode", "int"],
    ["bitfield::Control.SizeFlags", "int"],
    ["typedarray::Node", "Array"],
    ["typeddictionary::int;String", "Dictionary"],
    ["const void*", "pointer"],
    ["const uint8_t **", "pointer"],
  ])("codes %s as %s", (type, code) => {
    expect(typeCode(type)).toBe(code);
  });
});
