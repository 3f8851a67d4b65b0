import fc from "fast-check";
import type { VariantInput } from "godot";
import * as godot from "godot";
import { memberName } from "../../tools/generate/names";
import { mathTypes } from "./support/api-dump";
import { body, expectSame, operand, reference } from "./support/reference";
import * as some from "./support/value-arbitraries";
import { anyOf } from "./support/value-arbitraries";

// biome-ignore lint/suspicious/noExplicitAny: values of any of the types
type AnyValue = any;

const types = mathTypes();

const members = types.flatMap((type) =>
  (type.members ?? []).map((member) => ({
    type: type.name,
    member,
    name: `${type.name}.${member.name}`,
  })),
);

describe("a member is the engine's", () => {
  test.each(members)("$name, read", ({ type, member }) => {
    const engine = reference(`a[0].${member.name}`);
    fc.assert(
      fc.property(selfOf(type, member.name), (self: AnyValue) => {
        expectSame(self[memberName(member.name)], engine([self]), 0);
      }),
    );
  });

  test.each(members)("$name, changed by with()", ({ type, member, name }) => {
    const engine = body(
      "var changed = a[0]",
      `changed.${member.name} = ${operand(member.type, 1)}`,
      "return changed",
    );
    const to = ranges[name] ?? anyOf(member.type);
    fc.assert(
      fc.property(selfOf(type, member.name), to, (self: AnyValue, each) => {
        const changed = self.with({ [memberName(member.name)]: each });
        expectSame(changed, engine([self, each] as VariantInput[]), 0);
      }),
    );
  });
});

/** Hues and the like are those of colors that can be seen. */
function selfOf(type: string, member: string): fc.Arbitrary<unknown> {
  return type === "Color" && member.length > 1 ? some.paint : anyOf(type);
}

const byte = fc.nat(255);
const ranges: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "Color.r8": byte,
  "Color.g8": byte,
  "Color.b8": byte,
  "Color.a8": byte,
  "Color.h": some.weight,
  "Color.s": some.weight,
  "Color.v": some.weight,
  "Color.ok_hsl_h": some.weight,
  "Color.ok_hsl_s": some.weight,
  "Color.ok_hsl_l": some.weight,
};

const indexed = types.filter((type) => type.indexing_return_type !== undefined);

test.each(indexed)("get() reads what $name has at an index", ({ name, members: all = [] }) => {
  const engine = reference("a[0][a[1]]");
  const last = Math.min(all.length, 4) - 1;
  fc.assert(
    fc.property(anyOf(name), fc.nat(last), (self: AnyValue, index) => {
      expectSame(self.get(index), engine([self, index]), 0);
    }),
  );
});

const constants = types.flatMap((type) => [
  ...(type.constants ?? []).map((each) => `${type.name}.${each.name}`),
  ...(type.enums ?? []).flatMap((each) => each.values.map((value) => `${type.name}.${value.name}`)),
]);

test.each(constants)("%s is the engine's", (name) => {
  const [type = "", constant = ""] = name.split(".");
  expectSame(Reflect.get(Reflect.get(godot, type), constant), reference(name)([]), 0);
});

test("every math type was looked at", () => {
  expect(types.map(({ name }) => name)).toHaveLength(16);
  expect(members.length).toBeGreaterThan(60);
  expect(constants.length).toBeGreaterThan(200);
});
