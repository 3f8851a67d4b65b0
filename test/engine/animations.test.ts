import {
  AnimatedSprite2D,
  AnimatedSprite3D,
  type AnimationPlayer,
  type AnimationTree,
  isInstanceValid,
  Node,
} from "godot";
import {
  animationFinished,
  CancelledError,
  nextFrame,
  PlaybackStoppedError,
  SourceFreedError,
  spawn,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";
import { cancelInWait } from "./support/waiting";

let maker: Node;
beforeAll(() => {
  maker = gdNode("animated");
});
afterAll(() => maker.free());

describe("animationFinished(player) of an AnimationPlayer", () => {
  let player: AnimationPlayer;
  const make = (length: number) => {
    player = enter(maker.call("player", ["open", "close"], length) as AnimationPlayer);
  };
  afterEach(() => {
    if (isInstanceValid(player)) player.free();
  });

  test("resolves to the name of the animation that plays", async () => {
    make(0.02);
    player.play("open");
    expect(await animationFinished(player)).toBe("open");
  });

  test("resolves for one that is queued, after those before it", async () => {
    make(0.02);
    player.play("open");
    player.queue("close");
    const order: string[] = [];
    const end = (name: string) => async () => {
      order.push(await animationFinished(player, name));
    };
    await Promise.all([spawn(end("close")), spawn(end("open"))]);
    expect(order).toEqual(["open", "close"]);
  });

  test("resolves for one that is played later", async () => {
    make(0.02);
    player.play("open");
    const end = animationFinished(player, "close");
    player.play("close");
    expect(await end).toBe("close");
  });

  test("waits out a pause", async () => {
    make(0.02);
    player.play("open");
    const task = spawn(() => animationFinished(player));
    player.pause();
    await nextFrame();
    await nextFrame();
    expect(task.state).toBe("running");
    player.play();
    expect(await task).toBe("open");
  });

  test("begins on one that is paused", async () => {
    make(0.02);
    player.play("open");
    player.pause();
    const end = animationFinished(player);
    player.play();
    expect(await end).toBe("open");
  });

  test("rejects when it is stopped", async () => {
    make(1000);
    player.play("open");
    const end = animationFinished(player);
    player.stop();
    await expect(end).rejects.toThrow(
      'animation "open" of AnimationPlayer "Gate" was stopped before its end',
    );
    await expect(end).rejects.toBeInstanceOf(PlaybackStoppedError);
  });

  test("rejects when another takes its place", async () => {
    make(1000);
    player.play("open");
    const end = animationFinished(player, "open");
    player.play("close");
    await expect(end).rejects.toThrow(
      'animation "open" of AnimationPlayer "Gate" was replaced by "close" before its end',
    );
    await expect(end).rejects.toMatchObject({ reason: "replaced" });
  });

  test("rejects when the player leaves the tree", async () => {
    make(1000);
    player.play("open");
    const end = animationFinished(player);
    tree().root.removeChild(player);
    await expect(end).rejects.toMatchObject({ reason: "left the tree" });
  });

  test("goes on when the player moves within the tree", async () => {
    make(0.05);
    const home = enter(new Node());
    player.play("open");
    const task = spawn(() => animationFinished(player));
    await nextFrame();
    player.reparent(home);
    expect(await task).toBe("open");
    home.free();
  });

  test("rejects with SourceFreedError when the player is freed", async () => {
    make(1000);
    player.play("open");
    const end = animationFinished(player);
    const log = await recordLog(async () => {
      player.free();
      await expect(end).rejects.toThrow(SourceFreedError);
      await expect(end).rejects.toThrow('AnimationPlayer "Gate" was freed');
    });
    expect(log).toEqual([]);
  });

  test("rejects where nothing plays, and for a name that isn't there", async () => {
    make(1);
    await expect(animationFinished(player)).rejects.toThrow(
      'AnimationPlayer "Gate" plays nothing: play an animation before you wait for its end',
    );
    await expect(animationFinished(player, "opne")).rejects.toThrow(
      'AnimationPlayer "Gate" has no animation "opne"; it has "close", "open"',
    );
    expect(player.hasConnections("animation_finished")).toBe(false);
  });

  test("a cancelled wait is disconnected, and the animation goes on", async () => {
    make(1000);
    player.play("open");
    const task = spawn(() => animationFinished(player));
    await nextFrame();
    expect(task.waitsFor).toBe('the end of animation "open" of AnimationPlayer "Gate"');
    expect(await cancelInWait(task)).toBeInstanceOf(CancelledError);
    expect(player.isPlaying()).toBe(true);
    expect(player.hasConnections("animation_finished")).toBe(false);
    expect(player.hasConnections("current_animation_changed")).toBe(false);
  });
});

describe("animationFinished(tree) of an AnimationTree", () => {
  test("resolves to the name of the animation that ends next", async () => {
    const body = enter(maker.call("anim_tree", ["walk"], 0.02) as AnimationTree);
    expect(await animationFinished(body)).toBe("walk");
    body.free();
  });

  test("rejects when the tree is freed, and for a name that isn't there", async () => {
    const body = enter(maker.call("anim_tree", ["walk"], 1000) as AnimationTree);
    await expect(animationFinished(body, "run")).rejects.toThrow(
      'AnimationTree "Body" has no animation "run"; it has "walk"',
    );
    const end = expect(animationFinished(body, "walk")).rejects.toThrow(SourceFreedError);
    body.free();
    await end;
  });
});

describe.each([
  ["AnimatedSprite2D", () => new AnimatedSprite2D()],
  ["AnimatedSprite3D", () => new AnimatedSprite3D()],
])("animationFinished(sprite) of an %s", (className, create) => {
  let sprite: AnimatedSprite2D | AnimatedSprite3D;
  beforeEach(() => {
    sprite = enter(maker.call("sprite", create()) as AnimatedSprite2D);
  });
  afterEach(() => {
    if (isInstanceValid(sprite)) sprite.free();
  });

  const moveOn = () => until(() => sprite.frame > 0);

  test("resolves to the name of the animation that plays", async () => {
    sprite.play("jump");
    expect(await animationFinished(sprite)).toBe("jump");
  });

  test("resolves for one that is played later", async () => {
    const end = animationFinished(sprite, "fall");
    sprite.play("fall");
    expect(await end).toBe("fall");
  });

  test("waits out a pause", async () => {
    sprite.play("jump");
    const task = spawn(() => animationFinished(sprite));
    await moveOn();
    sprite.pause();
    await nextFrame();
    await nextFrame();
    expect(task.state).toBe("running");
    sprite.play();
    expect(await task).toBe("jump");
  });

  test("rejects when it is stopped", async () => {
    sprite.play("jump");
    const end = expect(animationFinished(sprite)).rejects.toThrow(
      `animation "jump" of ${className} "Hero" was stopped before its end`,
    );
    await moveOn();
    sprite.stop();
    await end;
  });

  test("rejects when another takes its place", async () => {
    sprite.play("jump");
    const end = animationFinished(sprite);
    sprite.play("fall");
    await expect(end).rejects.toMatchObject({ reason: "replaced" });
  });

  test("rejects when the sprite leaves the tree", async () => {
    sprite.play("jump");
    const end = animationFinished(sprite);
    tree().root.removeChild(sprite);
    await expect(end).rejects.toMatchObject({ reason: "left the tree" });
  });

  test("rejects with SourceFreedError when the sprite is freed", async () => {
    sprite.play("jump");
    const end = expect(animationFinished(sprite)).rejects.toThrow(SourceFreedError);
    sprite.free();
    await end;
  });

  test("rejects where nothing plays, and for a name that isn't there", async () => {
    await expect(animationFinished(sprite)).rejects.toThrow(/plays nothing/);
    await expect(animationFinished(sprite, "fly")).rejects.toThrow(
      `${className} "Hero" has no animation "fly"; it has "default", "fall", "jump"`,
    );
  });

  test("a cancelled wait is disconnected", async () => {
    sprite.play("jump");
    sprite.pause();
    await cancelInWait(spawn(() => animationFinished(sprite, "jump")));
    expect(sprite.hasConnections("animation_finished")).toBe(false);
  });
});
