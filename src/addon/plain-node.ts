// What the addon's modules for plain Node, without the engine, take their exports from.
export * from "../executor";
export { engineOnly } from "./engine-only";
