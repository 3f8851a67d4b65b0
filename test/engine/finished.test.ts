import { Node, RefCounted, Tween } from "godot";
import {
  CancelledError,
  currentTask,
  finished,
  nextFrame,
  spawn,
  TweenKilledError,
} from "godot-ts";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";
import { cancelInWait } from "./support/waiting";

const longTween = () => {
  const tween = tree().createTween();
  tween.tweenInterval(1000);
  return tween;
};

describe("finished(tween)", () => {
  test("resolves when the tween has finished", async () => {
    const tween = tree().createTween();
    const node = new Node();
    tween.tweenProperty(node, "process_priority", 7, 0.02);
    await finished(tween);
    expect(node.processPriority).toBe(7);
    node.free();
  });

  test("resolves for a tween that has finished before", async () => {
    const tween = tree().createTween();
    tween.tweenInterval(0.01);
    await until(() => !tween.isValid());
    expect(await finished(tween)).toBeUndefined();
  });

  test("waits out a pause and a stop", async () => {
    const tween = tree().createTween();
    tween.tweenInterval(0.01);
    tween.pause();
    const task = spawn(() => finished(tween));
    await nextFrame();
    tween.stop();
    await nextFrame();
    expect(task.state).toBe("running");
    tween.play();
    await task;
  });

  test("resolves after all its loops", async () => {
    const tween = tree().createTween();
    tween.setLoops(3);
    tween.tweenInterval(0.001);
    let loops = 0;
    tween.loopFinished.connect(() => {
      loops++;
    });
    await finished(tween);
    expect(loops).toBe(2);
  });

  test("rejects with TweenKilledError when the tween is killed", async () => {
    const tween = longTween();
    const end = expect(finished(tween)).rejects.toThrow(TweenKilledError);
    tween.kill();
    await end;
  });

  test("ends the task that waits for it cancelled, and silently, when the tween is killed", async () => {
    const tween = longTween();
    const task = spawn(() => finished(tween));
    const log = await recordLog(async () => {
      await nextFrame();
      tween.kill();
      await task.then(undefined, () => undefined);
    });
    expect([task.state, log]).toEqual(["cancelled", []]);
  });

  test("rejects for a tween that was killed before", async () => {
    const tween = longTween();
    tween.kill();
    await expect(finished(tween)).rejects.toThrow(/did not finish: it was killed/);
  });

  test("rejects for a tween that loops for ever, when it is killed", async () => {
    const tween = longTween();
    tween.setLoops();
    const end = expect(finished(tween)).rejects.toThrow(TweenKilledError);
    await nextFrame();
    tween.kill();
    await end;
  });

  test("rejects when the node it is bound to is freed", async () => {
    const node = enter(new Node());
    node.name = "Door";
    const tween = node.createTween();
    tween.tweenInterval(1000);
    const end = expect(finished(tween)).rejects.toThrow(TweenKilledError);
    node.free();
    await end;
  });

  test("rejects for a tween that was made by new Tween()", async () => {
    await recordLog(async () => {
      await expect(finished(new Tween())).rejects.toThrow(
        /made by new Tween\(\) and never started/,
      );
    });
  });

  test("resolves when the tween is killed by a listener of its end", async () => {
    const tween = tree().createTween();
    tween.tweenInterval(0.01);
    tween.finished.connect(() => tween.kill());
    await finished(tween);
  });

  test("a cancelled wait lets the tween go on, and is disconnected", async () => {
    const tween = longTween();
    const error = await cancelInWait(spawn(() => finished(tween)));
    expect(error).toBeInstanceOf(CancelledError);
    expect(tween.isRunning()).toBe(true);
    expect(tween.hasConnections("finished")).toBe(false);
    tween.kill();
  });

  test("a wait that is cancelled kills the tween when it was told to", async () => {
    const tween = longTween();
    await cancelInWait(spawn(() => finished(tween, { onCancel: "kill" })));
    expect(tween.isValid()).toBe(false);
  });

  test("an aborted signal ends the wait before it has begun", async () => {
    const tween = longTween();
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(finished(tween, { signal, onCancel: "kill" })).rejects.toThrow("too late");
    expect(tween.isRunning()).toBe(true);
    expect(tween.hasConnections("finished")).toBe(false);
    tween.kill();
  });

  test("a cancellation after the tween's end, before the task has gone on, wins", async () => {
    const tween = longTween();
    const task = spawn(() => finished(tween));
    await nextFrame();
    tween.finished.emit();
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    expect(tween.hasConnections("finished")).toBe(false);
    tween.kill();
  });

  test("says what it waits for", async () => {
    const node = enter(new Node());
    node.name = "Door";
    const tween = node.createTween();
    tween.tweenInterval(1000);
    const task = spawn(() => finished(tween));
    await nextFrame();
    expect(task.waitsFor).toMatch(/^the end of <Tween#-?\d+> \(bound to Door\)$/);
    await cancelInWait(task);
    node.free();
  });

  test("a hundred at once all end, and none is left", async () => {
    const ends = Array.from({ length: 100 }, () => {
      const tween = tree().createTween();
      tween.tweenInterval(0.01);
      return spawn(() => finished(tween));
    });
    await Promise.all(ends);
    expect(ends.map((task) => task.state)).toEqual(Array(100).fill("completed"));
  });

  test("an argument that is no tween is refused", () => {
    expect(() => finished(new RefCounted() as never)).toThrow(
      /finished\(tween\) needs an object of Tween/,
    );
    const tween = longTween();
    expect(() => finished(tween, { onCancel: "stop" as never })).toThrow(
      'finished\'s onCancel is "leave" or "kill", but got stop',
    );
    tween.kill();
  });

  test("nothing is logged by any end of a wait", async () => {
    const log = await recordLog(async () => {
      const tween = longTween();
      const task = spawn(() => finished(tween).catch(() => currentTask()?.name), {
        name: "waiter",
      });
      await nextFrame();
      tween.kill();
      expect(await task).toBe("waiter");
    });
    expect(log).toEqual([]);
  });
});
