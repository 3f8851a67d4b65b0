extends Node
## Loops of emissions and drains, for the benchmarks of tasks, and the same with coroutines.
##
## A drain is what the driver's own `_process` does: it is called here by its notification.

signal ping
signal measured(usec: int)

@onready var _driver: Node = $/root/AsyncExecutorDriver
@onready var _idle: Node = $Idle

var _ended := 0
var _is_over := false


func await_loop_ours(count: int) -> void:
	_drain()
	var start := Time.get_ticks_usec()
	for i: int in count:
		ping.emit()
		_driver.notification(NOTIFICATION_PROCESS)
	measured.emit(Time.get_ticks_usec() - start)


func inline_loop_ours(count: int) -> void:
	_drain()
	var start := Time.get_ticks_usec()
	for i: int in count:
		ping.emit()
	measured.emit(Time.get_ticks_usec() - start)


func on_loop_ours(count: int) -> void:
	_drain()
	var start := Time.get_ticks_usec()
	for i: int in count:
		ping.emit()
	_drain()
	measured.emit(Time.get_ticks_usec() - start)


func await_loop_peer(count: int) -> void:
	_await_pings(count)
	var start := Time.get_ticks_usec()
	for i: int in count:
		ping.emit()
	measured.emit(Time.get_ticks_usec() - start)


func _await_pings(count: int) -> void:
	for i: int in count:
		await ping


func tasks_on_signal_ours(_count: int, spawn_all: Callable) -> void:
	var start := Time.get_ticks_usec()
	spawn_all.call()
	_drain()
	ping.emit()
	_drain()
	measured.emit(Time.get_ticks_usec() - start)


func tasks_on_signal_peer(count: int) -> void:
	_ended = 0
	var start := Time.get_ticks_usec()
	for i: int in count:
		_await_ping()
	ping.emit()
	var end := Time.get_ticks_usec()
	assert(_ended == count)
	measured.emit(end - start)


func _await_ping() -> void:
	await ping
	_ended += 1


func start_tasks_ours(_count: int, spawn_all: Callable) -> void:
	var start := Time.get_ticks_usec()
	spawn_all.call()
	_drain()
	_drain()
	measured.emit(Time.get_ticks_usec() - start)


func start_tasks_peer(count: int) -> void:
	_ended = 0
	var start := Time.get_ticks_usec()
	for i: int in count:
		_await_frame()
	get_tree().process_frame.emit()
	var end := Time.get_ticks_usec()
	assert(_ended == count)
	measured.emit(end - start)


func _await_frame() -> void:
	await get_tree().process_frame
	_ended += 1


## Each drain wakes all of a thousand tasks, which wait again.
func wake_and_park_ours(count: int, spawn_all: Callable) -> void:
	spawn_all.call()
	_drain()
	var start := Time.get_ticks_usec()
	for i: int in count / 1000:
		_drain()
	measured.emit(Time.get_ticks_usec() - start)


func wake_and_park_peer(count: int) -> void:
	_is_over = false
	for i: int in 1000:
		_await_many_pings()
	var start := Time.get_ticks_usec()
	for i: int in count / 1000:
		ping.emit()
	var end := Time.get_ticks_usec()
	_is_over = true
	ping.emit()
	measured.emit(end - start)


func _await_many_pings() -> void:
	while not _is_over:
		await ping


## The longest drain, with tasks that are all ready.
func longest_drain_ours(count: int, spawn_all: Callable) -> void:
	spawn_all.call()
	var longest := 0
	# A drain advances one at the least.
	for i: int in count:
		var start := Time.get_ticks_usec()
		_drain()
		longest = maxi(longest, Time.get_ticks_usec() - start)
	measured.emit(longest)


func longest_drain_peer(count: int) -> void:
	for i: int in count:
		_work_after_ping()
	var start := Time.get_ticks_usec()
	ping.emit()
	measured.emit(Time.get_ticks_usec() - start)


func _work_after_ping() -> void:
	await ping
	var end := Time.get_ticks_usec() + 50
	while Time.get_ticks_usec() < end:
		pass


func idle_ours(count: int) -> void:
	var start := Time.get_ticks_usec()
	for i: int in count:
		_driver.notification(NOTIFICATION_PROCESS)
	measured.emit(Time.get_ticks_usec() - start)


func idle_after_start_ours(count: int) -> void:
	_drain()
	idle_ours(count)


func until_peer(count: int) -> void:
	var predicates := 1000
	_ended = 0
	for i: int in predicates:
		_await_end()
	var start := Time.get_ticks_usec()
	for i: int in count / predicates:
		get_tree().process_frame.emit()
	var end := Time.get_ticks_usec()
	_ended = 1
	get_tree().process_frame.emit()
	measured.emit(end - start)


func _await_end() -> void:
	while _ended == 0:
		await get_tree().process_frame


func cancel_ours(_count: int, cancel: Callable) -> void:
	_drain()
	var start := Time.get_ticks_usec()
	cancel.call()
	_drain()
	_drain()
	measured.emit(Time.get_ticks_usec() - start)


func idle_peer(count: int) -> void:
	var start := Time.get_ticks_usec()
	for i: int in count:
		_idle.notification(NOTIFICATION_PROCESS)
	measured.emit(Time.get_ticks_usec() - start)


func idle_physics_ours(count: int) -> void:
	var start := Time.get_ticks_usec()
	for i: int in count:
		_driver.notification(NOTIFICATION_PHYSICS_PROCESS)
	measured.emit(Time.get_ticks_usec() - start)


func idle_physics_peer(count: int) -> void:
	var start := Time.get_ticks_usec()
	for i: int in count:
		_idle.notification(NOTIFICATION_PHYSICS_PROCESS)
	measured.emit(Time.get_ticks_usec() - start)


func phases_ours(count: int) -> void:
	var pre_draw := RenderingServer.frame_pre_draw
	_time_phases(count, _driver, pre_draw, RenderingServer.frame_post_draw)


func phases_peer(count: int) -> void:
	_idle.set_physics_process(false)
	_time_phases(count, _idle, _idle.frame_pre_draw, _idle.frame_post_draw)


## The engine's part of a frame, for the phases beside `process`.
func _time_phases(count: int, node: Node, pre_draw: Signal, post_draw: Signal) -> void:
	var start := Time.get_ticks_usec()
	for i: int in count:
		if node.is_physics_processing():
			node.notification(NOTIFICATION_PHYSICS_PROCESS)
		pre_draw.emit()
		post_draw.emit()
	measured.emit(Time.get_ticks_usec() - start)


func _drain() -> void:
	_driver.notification(NOTIFICATION_PROCESS)


func await_tasks_ours(count: int, callee: BenchCallee) -> void:
	_is_over = false
	var start := Time.get_ticks_usec()
	_await_tasks(count, callee)
	while not _is_over:
		_driver.notification(NOTIFICATION_PROCESS)
	measured.emit(Time.get_ticks_usec() - start)


func _await_tasks(count: int, callee: BenchCallee) -> void:
	var sum := 0
	for i: int in count:
		sum = await callee.add_later(sum).completed
	assert(sum == count)
	_is_over = true


func await_tasks_peer(count: int) -> void:
	_is_over = false
	var start := Time.get_ticks_usec()
	_await_coroutines(count)
	while not _is_over:
		ping.emit()
	measured.emit(Time.get_ticks_usec() - start)


func _await_coroutines(count: int) -> void:
	var sum := 0
	for i: int in count:
		sum = await _add_later(sum)
	assert(sum == count)
	_is_over = true


func _add_later(n: int) -> int:
	await ping
	return n + 1


func await_frames_ours(count: int) -> void:
	_is_over = false
	var start := Time.get_ticks_usec()
	_await_frames_of_async(count)
	while not _is_over:
		_driver.notification(NOTIFICATION_PROCESS)
	measured.emit(Time.get_ticks_usec() - start)


func _await_frames_of_async(count: int) -> void:
	for i: int in count:
		await Async.next_frame().completed
	_is_over = true


func await_frames_peer(count: int) -> void:
	_is_over = false
	var tree := get_tree()
	var start := Time.get_ticks_usec()
	_await_frames(count)
	while not _is_over:
		tree.process_frame.emit()
	measured.emit(Time.get_ticks_usec() - start)


func _await_frames(count: int) -> void:
	for i: int in count:
		await get_tree().process_frame
	_is_over = true
