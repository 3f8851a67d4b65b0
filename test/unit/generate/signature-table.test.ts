import { engineModel } from "../../../tools/generate/class-model";
import { signatureText } from "../../../tools/generate/signature-table";
import { wantedType } from "../../../tools/generate/wanted-type";
import { api, method } from "./fixture";

const withMethods = {
  ...api,
  classes: api.classes.map((each) =>
    each.name === "Node"
      ? {
          ...each,
          methods: [
            method("add_child", { arguments: [{ name: "node", type: "Node", meta: "required" }] }),
            method("set_default", { arguments: [{ name: "default", type: "enum::Node.Mode" }] }),
          ],
        }
      : each,
  ),
};

test("the file of signatures has a line for the utility functions, then one a class", () => {
  const model = engineModel(withMethods);
  const [header = "", ...lines] = signatureText(model).split("\n");
  expect(JSON.parse(header)).toEqual({
    utilities: expect.objectContaining({ typeof: [["variable", "Variant"]] }),
    lengths: lines.map((line) => line.length),
  });
  expect(JSON.parse(lines[1] ?? "")).toEqual({
    add_child: [["node", "Node"]],
    set_default: [["default_", "Node.Mode"]],
  });
  expect(lines).toHaveLength(model.classes.length);
});

describe("what an error says that an argument must be", () => {
  const classes = new Set(["Node"]);
  const wanted = (type: string, meta?: string) =>
    wantedType({ name: "it", type, ...(meta === undefined ? {} : { meta }) }, classes);

  test.each([
    ["int", "int"],
    ["Node", "Node or null"],
    ["enum::Tween.EaseType", "Tween.EaseType"],
    ["bitfield::MethodFlags", "MethodFlags"],
    ["typedarray::Node", "Array[Node]"],
    ["typedarray::24/17:Font", "Array[Font]"],
    ["typeddictionary::String;int", "Dictionary[String, int]"],
    ["const uint8_t*", "a pointer, which only native code has"],
  ])("%s is %s", (type, text) => {
    expect(wanted(type)).toBe(text);
  });

  test("an object that is required is not null", () => {
    expect(wanted("Node", "required")).toBe("Node");
  });
});
