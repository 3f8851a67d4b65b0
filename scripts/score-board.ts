import { readFile, writeFile } from "node:fs/promises";
import { Node, ProjectSettings, type Signal } from "godot";
import { currentTask, method, nextFrame, register, signal, t } from "godot-ts";

export interface Score {
  readonly player: string;
  readonly points: number;
}

/** The best scores: from the network, kept in a file, shown to GDScript. */
@register()
export class ScoreBoard extends Node {
  @signal(t.int) readonly refreshed!: Signal<[count: number]>;

  scores: readonly Score[] = [];

  @method({ args: [t.string], returns: t.int })
  async refresh(url: string): Promise<number> {
    const response = await fetch(url, { signal: currentTask()?.signal });
    this.scores = (await response.json()) as Score[];
    this.refreshed.emit(this.scores.length);
    return this.scores.length;
  }

  @method({ args: [t.string] })
  async save(path: string): Promise<void> {
    await writeFile(ProjectSettings.globalizePath(path), JSON.stringify(this.scores, null, 2));
  }

  @method({ args: [t.string] })
  async restore(path: string): Promise<void> {
    const text = await readFile(ProjectSettings.globalizePath(path), "utf8");
    this.scores = JSON.parse(text) as Score[];
  }

  /** Looks at one score a frame, so as not to keep the game waiting. */
  @method({ returns: t.string })
  async findBestPlayer(): Promise<string> {
    let best: Score = { player: "nobody", points: 0 };
    for (const score of this.scores) {
      if (score.points > best.points) best = score;
      await nextFrame();
    }
    return best.player;
  }
}
