// In place of `@jest/expect`: the same without snapshots.
import { expect } from "expect";

export const jestExpect = expect;
export { expect };
