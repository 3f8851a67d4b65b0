// Strings that are paths of files and folders, and paths of nodes.

import type { Node } from "godot";
import { type ClassReference, object } from "./object";
import { hint } from "./property-hint";
import { type Schema, withHint } from "./schema";
import { nodePath, string } from "./text";

function pathOfFile(fileHint: number) {
  return (...filters: readonly string[]): Schema<string> =>
    withHint(string, fileHint, filters.join(","));
}

/** A file of the project, picked in a dialog; stored by its UID where it has one: `t.file("*.png")`. */
export const file = pathOfFile(hint.file);
/** The same, stored by its path: a file that is moved is lost. */
export const filePath = pathOfFile(hint.filePath);
/** A file anywhere on the machine. */
export const globalFile = pathOfFile(hint.globalFile);
/** A file of the project to write to: it need not be there yet. */
export const saveFile = pathOfFile(hint.saveFile);
/** A file anywhere on the machine to write to. */
export const globalSaveFile = pathOfFile(hint.globalSaveFile);
/** A folder of the project. */
export const dir = withHint(string, hint.dir);
/** A folder anywhere on the machine. */
export const globalDir = withHint(string, hint.globalDir);

/**
 * The path of a node of one of these classes.
 *
 * When to use: where the path itself is wanted. For the node, {@link node}.
 *
 * @example
 * @property(t.nodePathTo(Label, Button)) accessor target = "";
 */
export function nodePathTo(...classes: readonly ClassReference<Node>[]): Schema<string> {
  return withHint(nodePath, hint.nodePathValidTypes, () =>
    classes.map((each) => object(each).name).join(","),
  );
}
