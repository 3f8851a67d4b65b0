import { Control, DisplayServer, lerp, OS, type ProgressBar, type RichTextLabel } from "godot";
import { register, spawn } from "godot-ts";
import { errors } from "./proofs/errors";
import { files } from "./proofs/files";
import { gdscript } from "./proofs/gdscript";
import { network } from "./proofs/network";
import { recipe } from "./proofs/recipe";
import { tasks } from "./proofs/tasks";

/** What the demo shows, in this order. Each tells what it saw, or throws where it saw a mistake. */
const proofs = Object.entries({ tasks, network, files, gdscript, recipe, errors });

/** The game: a scene that lives on, frame by frame, while a task goes through the proofs. */
@register()
export class Demo extends Control {
  #done = 0;

  override _ready(): void {
    spawn(() => this.#play(), { name: "demo" });
  }

  override _process(delta: number): void {
    const bar = this.getNode<ProgressBar>("%Progress");
    const target = bar.maxValue * (this.#done / proofs.length);
    bar.value = lerp(bar.value, target, 1 - Math.exp(-8 * delta));
  }

  async #play(): Promise<void> {
    const failed: string[] = [];
    for (const [name, prove] of proofs) {
      const started = performance.now();
      try {
        const seen = await prove(this);
        const took = Math.round(performance.now() - started);
        this.#tell("✓", name, `${seen}   (${took} ms)`);
      } catch (error) {
        failed.push(name);
        this.#tell("✗", name, String(error));
      }
    }
    console.log(
      failed.length === 0 ? `All ${proofs.length} hold.` : `Failed: ${failed.join(", ")}.`,
    );
    if (isUnattended()) this.getTree().quit(failed.length === 0 ? 0 : 1);
  }

  #tell(mark: "✓" | "✗", name: string, line: string): void {
    this.#done += 1;
    console.log(`${this.#done}  ${name.padEnd(9)}${mark} ${line}`);
    const color = mark === "✓" ? "#7ddc9a" : "#ff7a7a";
    this.getNode<RichTextLabel>("%Log").appendText(
      `[color=${color}]${mark}\t${name}[/color]\t${line}\n`,
    );
  }
}

/** Whether nobody is there to close the window. */
function isUnattended(): boolean {
  return DisplayServer.getName() === "headless" || OS.getCmdlineUserArgs().includes("--quit");
}
