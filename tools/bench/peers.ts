import { execa } from "execa";
import type { Line } from "../../test/bench/measure";
import { makeBuildFolder } from "../build/build-folder";
import { repository } from "../repository";
import { BuildError } from "../terminal/build-error";
import { hasTool } from "../terminal/require-tools";
import type { ReportProgress } from "../terminal/step";

const crate = "godot-ts-peers";

/**
 * Builds the peers in Rust, runs them, and puts each figure beside the line of its name.
 *
 * @throws BuildError when there is no cargo, or the crate doesn't build.
 */
export async function measurePeers(
  lines: readonly Line[],
  only: string,
  report: ReportProgress,
): Promise<Line[]> {
  if (!hasTool("cargo")) {
    throw new BuildError("cargo is missing: --peers builds a crate, install Rust from rustup.rs");
  }
  const target = makeBuildFolder("peers");
  const source = `${repository}/test/bench/peers/Cargo.toml`;
  await run("cargo", ["build", "--release", "--manifest-path", source, "--target-dir", target]);
  report(0.5);
  const figures: Readonly<Record<string, number>> = JSON.parse(
    await run(`${target}/release/${crate}`, [only]),
  );
  return Object.entries(figures).map(([name, peer]): Line => {
    const own = lines.find((line) => line.name === name);
    if (own === undefined) throw new BuildError(`The peer "${name}" is beside no line of ours.`);
    return { ...own, peer, peerName: "the recipe, tokio", ratio: peer / own.ours };
  });
}

async function run(file: string, args: readonly string[]): Promise<string> {
  const { failed, stdout, stderr } = await execa(file, args, { reject: false });
  if (failed) throw new BuildError(`${file} failed:\n${stderr}`);
  return stdout;
}
