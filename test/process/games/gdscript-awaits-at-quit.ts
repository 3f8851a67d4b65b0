// A game that quits while GDScript awaits a task, into a variable that takes no null, or listens to one.
import { GDScript, Node } from "godot";
import { frames, method, register, sleep, t } from "godot-ts";
import { whenRunning } from "./when-running";

@register()
class SlowBoard extends Node {
  @method({ returns: t.int })
  async refresh(): Promise<number> {
    try {
      await sleep(Number.POSITIVE_INFINITY);
    } finally {
      console.log("the task cleaned up");
    }
    return 1;
  }
}

whenRunning(async (tree) => {
  const script = new GDScript();
  script.sourceCode = `extends Node

func by_signal(board: SlowBoard) -> void:
	var n: int = await board.refresh().completed
	print("went on with ", n)

func by_wait(board: SlowBoard) -> void:
	var n: int = await board.refresh().wait()
	print("went on with ", n)

func by_function(board: SlowBoard) -> void:
	var task := board.refresh()
	task.completed.connect(func(n: int) -> void: print(task.name, " went on with ", n))
`;
  script.reload();
  const board = new SlowBoard();
  const player = script.new() as Node;
  tree.root.addChild(board);
  tree.root.addChild(player);
  player.call("by_signal", board);
  player.call("by_wait", board);
  player.call("by_function", board);
  await frames(2);
  tree.quit();
});
