import { repository } from "../repository";

/** Everything provisioned lies in here, ignored by git and by Godot. */
export const engineFolder = `${repository}/.engine`;

/** What `locateEngine` found at last, and under which conditions. */
export const engineRecord = `${engineFolder}/engine.json`;

/** apt's own state, lists and archives. */
export const aptFolder = `${engineFolder}/apt`;

/** The unpacked packages, as the root of a small system of its own. */
export const sysroot = `${engineFolder}/sysroot`;

/** What Godot tells about itself: its API and the header of its C interface. */
export const apiFolder = `${engineFolder}/api`;
