import { getState } from "jest-circus";
import { ModuleMocker } from "jest-mock";

const mocker = new ModuleMocker(globalThis);

/** The `jest` of engine tests: mock functions and timeouts. Modules are bundled and can't be mocked. */
export const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  mocked: <T>(value: T): T => value,
  clearAllMocks: () => mocker.clearAllMocks(),
  resetAllMocks: () => mocker.resetAllMocks(),
  restoreAllMocks: () => mocker.restoreAllMocks(),
  /** For the tests that follow, milliseconds. */
  setTimeout(timeout: number): void {
    getState().testTimeout = timeout;
  },
};
