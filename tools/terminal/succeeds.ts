import { execa } from "execa";
import { repository } from "../repository";

/** Runs a program of node_modules in the repository, on this terminal. */
export async function succeeds(
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const { failed } = await execa(tool, args, {
    cwd: repository,
    preferLocal: true,
    reject: false,
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  return !failed;
}
