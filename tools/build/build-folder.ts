import { mkdirSync, writeFileSync } from "node:fs";
import { repository } from "../repository";

/** What is built and is not part of the addon, ignored by git and by Godot. */
export const buildFolder = `${repository}/build`;

/** Makes a folder in {@link buildFolder}, and sees that Godot looks for no resources there. */
export function makeBuildFolder(name: string): string {
  const folder = `${buildFolder}/${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${buildFolder}/.gdignore`, "");
  return folder;
}
