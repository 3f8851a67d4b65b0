import { OS } from "godot";

const defaultPort = 9229;

/**
 * Opens Node's inspector where the user argument `--inspect` or `--inspect=PORT` asks for it, on
 * loopback alone. A release export has none.
 */
export function openInspector(): void {
  if (!OS.isDebugBuild()) return;
  const argument = OS.getCmdlineUserArgs().find((each) => /^--inspect(=\d+)?$/.test(each));
  if (argument === undefined) return;
  // Loaded for those who ask: it brings many modules of Node's along.
  const { open } = process.getBuiltinModule("node:inspector");
  open(Number(argument.split("=")[1] ?? defaultPort), "127.0.0.1");
}
