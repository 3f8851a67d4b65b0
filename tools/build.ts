import { buildAll } from "./build/index";

/** `npm run build`: builds the addon and the game in this repository. */
export async function run(): Promise<number> {
  await buildAll();
  return 0;
}
