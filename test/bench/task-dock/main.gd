extends Node
## Tells what tasks cost: nanoseconds, each of the best round.
##
## The main scene of the small projects that tools/bench/task-dock.ts makes. A frame is what tasks see of
## one: the tree's signal, to which the dock's game side would listen, and the driver's own `_process`.

const ROUNDS := 40
const IDLE_FRAMES := 2000
const WAKE_FRAMES := 10
const PARKED := 1000
const STARTED := 5000

@onready var _tree: SceneTree = get_tree()
@onready var _driver: Node = $/root/AsyncExecutorDriver
@onready var _tasks: BenchTasks = $Tasks


func _ready() -> void:
	await _tree.create_timer(0.2).timeout
	var idle := _best(_idle) / IDLE_FRAMES
	var start := _best(_start) / STARTED
	_tasks.park(PARKED)
	_frame()
	var wake := _best(_wake) / WAKE_FRAMES / PARKED
	print("\n", JSON.stringify({idle = idle, wake = wake, start = start}))
	_tree.quit()


func _best(loop: Callable) -> float:
	var best := INF
	for i: int in ROUNDS:
		var begin := Time.get_ticks_usec()
		loop.call()
		best = minf(best, Time.get_ticks_usec() - begin)
	return best * 1000


func _idle() -> void:
	for i: int in IDLE_FRAMES:
		_frame()


func _start() -> void:
	_tasks.start(STARTED)
	_frame()
	_frame()


func _wake() -> void:
	for i: int in WAKE_FRAMES:
		_frame()


func _frame() -> void:
	_tree.process_frame.emit()
	_driver.notification(NOTIFICATION_PROCESS)
