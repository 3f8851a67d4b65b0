import { Area2D, Label, Node2D } from "godot";
import { method, property, register, type Signal, signal, sleep, t } from "godot-ts";

// A class as the documentation shows it, which must compile as it stands.
/** A coin. This comment shows in the editor's help. */
@register({ icon: "res://coin.svg" })
export class Coin extends Area2D {
  @property(t.range(1, 100)) accessor worth = 10;
  @property(t.node(Label)) accessor label: Label | null = null;
  @signal(t.int) readonly collected!: Signal<[worth: number]>;

  override _ready() {
    this.bodyEntered.connect((body) => this.collect(body));
  }

  @method({ args: [t.object(Node2D)], returns: t.int })
  async collect(by: Node2D): Promise<number> {
    await sleep(0.2);
    this.collected.emit(this.worth);
    this.queueFree();
    return this.worth + (by.visible ? 0 : 1);
  }
}
