// Bundles a game of `games/` as users' games are: `node bundle-game.mjs <name> <outfile>`.
import { build } from "esbuild";
import { bundleOptions } from "../../addons/godot_ts/bundle.mjs";

const [name, outfile] = process.argv.slice(2);

await build({ ...bundleOptions, entryPoints: [`test/process/games/${name}.ts`], outfile });
