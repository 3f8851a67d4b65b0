import { Color, Control, lerp, Rect2, Vector2 } from "godot";
import { register } from "godot-ts";

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const core = new Color(1, 0.85, 0.6);
const rim = new Color(0.36, 0.58, 1);
const flash = new Color(1, 1, 1);
const unlit = 0.15;

/** A thousand stars that turn. Each flares up when it is lit, and then shines on. */
@register()
export class Galaxy extends Control {
  readonly count = 1000;
  readonly #litAt = new Array<number | undefined>(this.count).fill(undefined);
  #time = 0;

  light(star: number): void {
    this.#litAt[star] = this.#time;
  }

  override _process(delta: number): void {
    this.#time += delta;
    this.queueRedraw();
  }

  override _draw(): void {
    const { x: width, y: height } = this.size;
    for (const [star, litAt] of this.#litAt.entries()) {
      const distance = Math.sqrt((star + 0.5) / this.count);
      const angle = star * goldenAngle + 0.12 * this.#time;
      const place = new Vector2(
        width * (0.5 + 0.5 * distance * Math.cos(angle)),
        height * (0.5 + 0.5 * distance * Math.sin(angle)),
      );
      const flare = litAt === undefined ? 0 : Math.exp(3 * (litAt - this.#time));
      const side = lerp(4, 2.5, distance) + 5 * flare;
      const color = lerp(lerp(core, rim, distance), flash, flare);
      this.drawRect(
        new Rect2(place, new Vector2(side, side)),
        color.with({ a: litAt === undefined ? unlit : 1 }),
      );
    }
  }
}
