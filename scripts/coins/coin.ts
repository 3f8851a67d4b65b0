import { Area2D, Label, Node2D, type Signal } from "godot";
import { method, property, register, signal, sleep, t } from "godot-ts";

/**
 * A coin that lies about until somebody runs into it.
 *
 * Whoever does so takes it: that lasts a moment, then it tells its {@link worth} by
 * {@link collected}, and is gone. Give it a shape, as every {@link Area2D} needs one.
 *
 * @example
 * ```gdscript
 * var points: int = await coin.collect(player).completed
 * ```
 */
@register({ icon: "res://scripts/coins/coin.svg" })
export class Coin extends Area2D {
  /** What it is worth, in points. */
  @property(t.range(1, 100, { preferSlider: true })) accessor worth = 10;

  /** Where its worth is shown when somebody takes it. Nowhere, if empty. */
  @property(t.node(Label)) accessor label: Label | null = null;

  /**
   * Somebody has taken it.
   *
   * @param worth - the points that there are for it
   */
  @signal({ worth: t.int }) readonly collected!: Signal<[worth: number]>;

  #isTaken = false;

  override _ready(): void {
    this.bodyEntered.connect((body) => {
      if (!this.#isTaken) void this.collect(body);
    });
  }

  /**
   * Takes the coin, as happens by itself on {@link bodyEntered}: it flies there, emits
   * {@link collected}, and is freed.
   *
   * @param by - whoever takes it
   * @returns what it was worth
   */
  @method({ args: [t.object(Node2D)], returns: t.int })
  async collect(by: Node2D): Promise<number> {
    this.#isTaken = true;
    this.createTween().tweenProperty(this, "global_position", by.globalPosition, 0.2);
    await sleep(0.2);
    if (this.label !== null) this.label.text = `+ ${this.worth}`;
    this.collected.emit(this.worth);
    this.queueFree();
    return this.worth;
  }
}
