import { fileURLToPath } from "node:url";

/** The repository's root, without a slash at its end. */
export const repository = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** What users copy into their projects. */
export const addon = `${repository}/addons/godot_ts`;
