// Module "godot-ts/testing".
export {
  LeftoverError,
  type ReportedError,
  TestHost,
  type TestHostOptions,
  TestSignal,
  type Wake,
  type WakeLog,
  WakeOrderError,
} from "../executor";
