// Another project, in a temporary folder, that the addon was copied into.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repository } from "../process/run-game";

/** What the plugin writes into `project.godot` when it is enabled, and Godot with it. */
export const enabled = `
[autoload]

AsyncExecutorDriver="*res://addons/godot_ts/async_executor_driver.tscn"

[editor_plugins]

enabled=PackedStringArray("res://addons/godot_ts/plugin.cfg")
`;

export interface CliRun {
  readonly status: number | null;
  readonly stderr: string;
}

export class DroppedInProject {
  readonly folder = mkdtempSync(join(tmpdir(), "dropped-in-"));

  /** @param settings - what follows in `project.godot` */
  constructor(settings: string) {
    this.write(
      "project.godot",
      `config_version=5\n\n[application]\n\nconfig/name="Dropped in"\nrun/main_scene="res://main.tscn"\n${settings}`,
    );
    this.write("main.tscn", '[gd_scene format=3]\n\n[node name="Main" type="Node"]\n');
    cpSync(`${repository}/addons/godot_ts`, `${this.folder}/addons/godot_ts`, { recursive: true });
    // As `npm install -D esbuild @types/node` would, without the network.
    mkdirSync(`${this.folder}/node_modules/@types`, { recursive: true });
    for (const name of ["esbuild", "@esbuild", "@types/node"]) {
      symlinkSync(`${repository}/node_modules/${name}`, `${this.folder}/node_modules/${name}`);
    }
    this.write("node_modules/.gdignore", "");
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** `node addons/godot_ts/cli.mjs build` */
  build(): CliRun {
    return spawnSync(process.execPath, ["addons/godot_ts/cli.mjs", "build"], {
      cwd: this.folder,
      encoding: "utf8",
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The lines of Godot's that a project without faults has none of. */
export function complaints({ stdout, stderr }: { stdout: string; stderr: string }): string[] {
  return `${stdout}\n${stderr}`.split("\n").filter((line) => /ERROR|WARNING|leaked/.test(line));
}
