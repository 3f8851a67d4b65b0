import {
  AudioStreamPlayer,
  AudioStreamPlayer2D,
  AudioStreamPlayer3D,
  type AudioStreamWAV,
  type Node,
} from "godot";
import { frames, nextFrame, PlaybackStoppedError, played, SourceFreedError, spawn } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";
import { cancelInWait } from "./support/waiting";

let maker: Node;
beforeAll(() => {
  maker = gdNode("animated");
});
afterAll(() => maker.free());

describe.each([
  ["AudioStreamPlayer", () => new AudioStreamPlayer()],
  ["AudioStreamPlayer2D", () => new AudioStreamPlayer2D()],
  ["AudioStreamPlayer3D", () => new AudioStreamPlayer3D()],
])("played(player) of an %s", (className, create) => {
  let player: AudioStreamPlayer;
  const make = (seconds: number) => {
    player = create() as AudioStreamPlayer;
    player.name = "Voice";
    player.stream = maker.call("sound", seconds) as AudioStreamWAV;
    enter(player);
  };
  /** Waits until the audio thread has let go of the sound: when the game ends before, Godot leaks it. */
  const remove = async () => {
    const playback = player.hasStreamPlayback() ? player.getStreamPlayback() : null;
    player.free();
    await until(() => playback === null || playback.getReferenceCount() === 1);
  };

  test("resolves when the sound has ended", async () => {
    make(0.05);
    player.play();
    await played(player);
    expect(player.playing).toBe(false);
    await remove();
  });

  test("waits out a pause of the player and of the game", async () => {
    make(0.05);
    player.play();
    const task = spawn(() => played(player));
    await nextFrame();
    player.streamPaused = true;
    await frames(5);
    expect(task.state).toBe("running");
    player.streamPaused = false;
    tree().paused = true;
    await frames(5);
    tree().paused = false;
    expect(task.state).toBe("running");
    await task;
    await remove();
  });

  test("rejects when the sound is stopped", async () => {
    make(1000);
    player.play();
    const end = played(player);
    player.stop();
    await expect(end).rejects.toThrow(
      `the sound of ${className} "Voice" was stopped before its end`,
    );
    await expect(end).rejects.toBeInstanceOf(PlaybackStoppedError);
    await remove();
  });

  test("rejects when the player leaves the tree, or is freed", async () => {
    make(1000);
    player.play();
    const left = played(player);
    tree().root.removeChild(player);
    await expect(left).rejects.toMatchObject({ reason: "left the tree" });
    tree().root.addChild(player);
    player.play();
    const freed = expect(played(player)).rejects.toThrow(SourceFreedError);
    const log = await recordLog(async () => {
      await remove();
      await freed;
    });
    expect(log).toEqual([]);
  });

  test("rejects where nothing plays", async () => {
    make(1);
    await expect(played(player)).rejects.toThrow(`${className} "Voice" plays nothing`);
    await remove();
  });

  test("a cancelled wait is disconnected, and the sound goes on", async () => {
    make(1000);
    player.play();
    const task = spawn(() => played(player));
    await nextFrame();
    expect(task.waitsFor).toBe(`the end of the sound of ${className} "Voice"`);
    await cancelInWait(task);
    expect(player.playing).toBe(true);
    expect(player.hasConnections("finished")).toBe(false);
    await remove();
  });
});
