import { locateEngine } from "./engine";

/** `npm run setup`: fetches Godot and Node where they are not given, and tells what there is. */
export async function run(): Promise<number> {
  const engine = await locateEngine();
  process.stdout.write(`Godot ${engine.godotVersion}: ${engine.godot}\n`);
  process.stdout.write(`Node ${engine.nodeVersion}: ${engine.libnode}\n`);
  return 0;
}
