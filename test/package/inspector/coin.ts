import { Callable, Array as GodotArray, Label, Node2D } from "godot";
import { property, register, t } from "godot-ts";

enum Mood {
  CALM,
  ANGRY = 5,
}

/** Not a tool: in the editor Godot has placeholders for it. */
@register()
export class Coin extends Node2D {
  @property(t.range(1, 100)) accessor worth = 10;
  @property(t.float) accessor weight = 2;
  @property(t.node(Label)) accessor label: Label | null = null;
  @property(t.enum(Mood)) accessor mood: Mood = Mood.CALM;
  @property(t.file("*.png")) accessor icon = "";
  @property(t.multiline) accessor story = "Once";
  @property(t.flags("Fire", "Water")) accessor elements = 1;
  @property(t.layers2DPhysics) accessor layers = 1;
  @property(t.arrayOf(t.node(() => Coin))) accessor friends: GodotArray<Coin | null> =
    new GodotArray<Coin>();
  @property(t.int) get double(): number {
    return this.worth * 2;
  }
}

@register({ tool: true })
export class CoinTool extends Coin {
  pressed = 0;
  @property(t.toolButton("Shuffle")) get button(): Callable {
    return Callable.from(() => {
      this.pressed++;
      this.worth = 77;
    });
  }
}
