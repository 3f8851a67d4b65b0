import { addon } from "../repository";

/** The JavaScript that the addon brings: its own runtime, and what bundles import. */
export const runtimeFolder = `${addon}/runtime`;
