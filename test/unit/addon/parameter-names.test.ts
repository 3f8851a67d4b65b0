import { parameterNames } from "../../../src/addon/classes/parameter-names";

/** A function, as it stands in a bundle. */
function written(text: string): (...args: never[]) => unknown {
  return new Function(`return ({ ${text} }).f`)();
}

describe("the names of a function's parameters", () => {
  test.each([
    ["f() {}", []],
    ["f(by) {}", ["by"]],
    ["async f(by, amount) {}", ["by", "amount"]],
    ["f(a = g(1, [2, 3]), b = { c: ')' }) {}", ["a", "b"]],
    ["f(first, ...others) {}", ["first", ""]],
    ["f({ x, y }, [z]) {}", ["", ""]],
    ["f(a /* , no */, // ) no\n b) {}", ["a", "b"]],
    ["f(größe, $dollar) {}", ["größe", "$dollar"]],
    ['f(a = ",", b = `)`) {}', ["a", "b"]],
  ])("of %s", (text, names) => {
    expect(parameterNames(written(text))).toEqual(names);
  });
});
