// In place of `@jest/globals`, and what engine tests find as globals.
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from "jest-circus";
export { expect } from "./expect";
export { jest } from "./jest-object";
