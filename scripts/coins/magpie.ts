import { CharacterBody2D, Vector2 } from "godot";
import { method, once, property, register, t } from "godot-ts";
import { Coin } from "./coin";

/** A bird that takes whatever glitters: each {@link Coin} beside it in the scene, nearest first. */
@register({ icon: "res://scripts/coins/magpie.svg" })
export class Magpie extends CharacterBody2D {
  /** How fast it flies, in pixels a second. */
  @property(t.float) accessor speed = 600;

  #target: Coin | undefined;

  /**
   * Flies from coin to coin until there are none left.
   *
   * @returns what they were worth together
   */
  @method({ returns: t.int })
  async hunt(): Promise<number> {
    let total = 0;
    for (let coin = this.#nearestCoin(); coin !== undefined; coin = this.#nearestCoin()) {
      this.#target = coin;
      const [worth] = await once(coin.collected);
      this.#target = undefined;
      total += worth;
    }
    return total;
  }

  override _physicsProcess(): void {
    this.velocity = this.#direction().scale(this.speed);
    this.moveAndSlide();
  }

  #direction(): Vector2 {
    return this.#target === undefined
      ? Vector2.ZERO
      : this.globalPosition.directionTo(this.#target.globalPosition);
  }

  #nearestCoin(): Coin | undefined {
    const distance = (coin: Coin) => this.globalPosition.distanceTo(coin.globalPosition);
    return this.getParent()
      ?.getChildren()
      .toJS()
      .filter((node): node is Coin => node instanceof Coin && !node.isQueuedForDeletion())
      .sort((a, b) => distance(a) - distance(b))[0];
  }
}
