import { generateApi } from "./build/api";
import { locateEngine } from "./engine";

/** `npm run generate`: makes the binding's table and types from the engine's API. */
export async function run(): Promise<number> {
  await generateApi(await locateEngine());
  return 0;
}
