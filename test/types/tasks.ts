// Tasks as the documentation shows them, which must compile as they stand.
import { type Area2D, type PackedScene, ProgressBar } from "godot";
import {
  forEachSliced,
  interval,
  load,
  once,
  type Signal,
  select,
  sleep,
  taskGroup,
  until,
} from "godot-ts";
import { expectType } from "./expect-type";

interface Enemy extends Area2D {
  readonly hurt: Signal<[damage: number]>;
  canSee(player: Area2D): boolean;
}

export async function watch(enemy: Enemy, player: Area2D): Promise<void> {
  await using group = taskGroup();
  group.spawn(() => sleep(1), { name: "patrol" });

  const { name, value } = await select({
    hit: once(enemy.hurt),
    seen: until(() => enemy.canSee(player)),
    tired: sleep(8, { clock: "game" }),
  });
  expectType<"hit" | "seen" | "tired">(name);
  // biome-ignore lint/suspicious/noConfusingVoidType: what the waits without a value give
  expectType<[damage: number] | void>(value);

  const bar = new ProgressBar();
  const level = await load<PackedScene>("res://levels/2.tscn", {
    onProgress: (fraction) => {
      bar.value = fraction;
    },
  });
  expectType<PackedScene>(level);

  for await (const tick of interval(0.5)) {
    expectType<number>(tick);
    if (tick === 10) break;
  }
  await forEachSliced([1, 2, 3], (n) => n * 2);
}
