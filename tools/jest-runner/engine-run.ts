import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { locateEngine } from "../engine";
import { repository } from "../repository";
import { engineEnvironment } from "./engine-environment";
import { type Message, messageDescriptor, type TestFile, testFileVariable } from "./protocol";

const scene = "res://test/engine/engine.tscn";

/** How Godot ended, and what it said until then. */
export interface EngineRun {
  readonly messages: readonly Message[];
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Whether it was ended for having sent no message for so long. */
  readonly hung: boolean;
  /** Its stdout and stderr, in order. */
  readonly output: string;
}

export interface EngineRunOptions {
  readonly file: TestFile;
  /** The bundle to run, by its path in the repository. */
  readonly bundle: string;
  /** Seconds without a message until Godot is ended. */
  readonly watchdogSeconds: number;
  /** Ends Godot when it is aborted. */
  readonly abort: AbortSignal;
}

/** Runs a bundle of tests in Godot, in a process of its own. */
export async function runEngine(options: EngineRunOptions): Promise<EngineRun> {
  const { godot } = await locateEngine();
  const log = `${repository}/${options.bundle.replace(/\.js$/, ".log")}`;
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "w");
  const args = ["--headless", "--verbose", "--path", repository, scene];
  const child = spawn(godot, [...args, "--", `--godot-ts-bundle=res://${options.bundle}`], {
    stdio: ["ignore", output, output, "pipe"],
    env: {
      ...engineEnvironment(basename(options.file.path)),
      [testFileVariable]: JSON.stringify(options.file),
    },
  });
  closeSync(output);
  const end = () => child.kill("SIGKILL");
  options.abort.addEventListener("abort", end);

  let hung = false;
  const watchdog = setTimeout(() => {
    hung = true;
    end();
  }, options.watchdogSeconds * 1000);
  const messages: Message[] = [];
  const pipe = child.stdio[messageDescriptor] as Readable;
  createInterface({ input: pipe }).on("line", (line) => {
    messages.push(JSON.parse(line));
    watchdog.refresh();
  });
  try {
    const { status, signal } = await new Promise<Pick<EngineRun, "status" | "signal">>(
      (resolve, reject) => {
        child.once("error", reject);
        child.once("close", (status, signal) => resolve({ status, signal }));
      },
    );
    return { messages, status, signal, hung, output: readFileSync(log, "utf8") };
  } finally {
    clearTimeout(watchdog);
    options.abort.removeEventListener("abort", end);
  }
}
