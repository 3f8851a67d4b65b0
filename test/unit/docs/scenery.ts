import { sleep } from "../../../src/executor";
import { Emitter } from "../executor/emitter";

class Point {
  constructor(readonly x: number) {}

  equals(other: unknown): boolean {
    return other instanceof Point && other.x === this.x;
  }
}

const hurt = new Emitter<[damage: number]>("Enemy.hurt");
const arrived = new Emitter<[]>("Enemy.arrived");
const bodyEntered = new Emitter<[body: string]>("Area2D.bodyEntered");
const pressed = new Emitter<[key: string]>("Keyboard.pressed");
const emitters = [hurt, arrived, bodyEntered, pressed];
let seconds = 0;

/** What the programs of the documentation find around them: a small game without an engine. */
export const scenery = {
  console: { log: (..._texts: unknown[]): void => {} },
  area: { bodyEntered },
  lightmap: "lightmap",
  bake: (_what: string): void => {},
  enemy: {
    hurt,
    arrived,
    stop: (): void => {},
    get isDead(): boolean {
      return seconds > 3;
    },
    canSee: (_who: object): boolean => seconds > 2,
  },
  player: {
    get position(): Point {
      return new Point(Math.floor(seconds));
    },
    async attack(_whom: object): Promise<void> {
      hurt.emit(7);
      await sleep(0.2);
    },
  },
  keyboard: { pressed },
  lamp: { visible: true },
  hud: { show: (): void => {} },
  tiles: Array.from({ length: 20 }, () => ({ bake: (): void => {} })),
  urls: ["res://a.png", "res://b.png", "res://c.png"],
  async download(url: string): Promise<string> {
    await sleep(0.1);
    return url;
  },
  async fetchScores(): Promise<number[]> {
    await sleep(0.5);
    return [1, 2, 3];
  },
};

/** Lets the game go on for a frame of so many seconds. */
export function playFrame(delta: number): void {
  const before = Math.floor(seconds * 2);
  seconds += delta;
  if (Math.floor(seconds * 2) === before) return;
  arrived.emit();
  bodyEntered.emit("the cook");
  hurt.emit(5);
  pressed.emit(seconds > 4 ? "escape" : "a");
}

/** Begins the game anew. */
export function resetScenery(): void {
  seconds = 0;
  for (const { subscribers } of emitters) subscribers.clear();
}

/** How many still listen to its signals. */
export function listenerCount(): number {
  return emitters.reduce((count, { subscribers }) => count + subscribers.size, 0);
}
