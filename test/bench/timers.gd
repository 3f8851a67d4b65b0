extends Node
## Coroutines that wait for the tree's timers, as many as there are tasks that sleep.
##
## The engine walks over all of its timers once a frame, right after the deferred calls, as those that
## measure here are: until one that was added last times out, it has walked over all before it.

signal measured(usec: int)

const DAYS := 1e6
## Over in the next frame.
const MOMENT := 1e-4

var _sleepers: Array[SceneTreeTimer] = []
var _is_over := false


## Starts so many coroutines, which sleep until `wake_sleepers`.
func add_sleepers(count: int) -> void:
	for i: int in count:
		_sleep_long()


func _sleep_long() -> void:
	# Of different lengths, so that they are in no order.
	var timer := get_tree().create_timer(DAYS + randf())
	_sleepers.append(timer)
	await timer.timeout


## Ends all long sleeps in this frame, as early as the engine can.
func wake_sleepers() -> void:
	for timer: SceneTreeTimer in _sleepers:
		timer.time_left = 0
	_sleepers.clear()


## A frame's walk over the timers that wait, with the little that the engine does before it.
func idle_frame(_count: int) -> void:
	var start := Time.get_ticks_usec()
	await get_tree().create_timer(0).timeout
	measured.emit(Time.get_ticks_usec() - start)


## So many coroutines wake in one frame, each from a short sleep, and sleep again.
func sleep_again(count: int) -> void:
	_is_over = false
	for i: int in count:
		_sleep_until_over()
	var start := Time.get_ticks_usec()
	await get_tree().create_timer(MOMENT).timeout
	var end := Time.get_ticks_usec()
	_is_over = true
	measured.emit(end - start)


func _sleep_until_over() -> void:
	while not _is_over:
		await get_tree().create_timer(MOMENT * randf()).timeout


## So many coroutines begin to sleep, and are woken early: a timer can't be cancelled.
func cut_short(count: int) -> void:
	var timers: Array[SceneTreeTimer] = []
	var start := Time.get_ticks_usec()
	for i: int in count:
		_sleep_in(timers)
	for timer: SceneTreeTimer in timers:
		timer.time_left = 0
	await get_tree().create_timer(0).timeout
	measured.emit(Time.get_ticks_usec() - start)


func _sleep_in(timers: Array[SceneTreeTimer]) -> void:
	var timer := get_tree().create_timer(1 + randf())
	timers.append(timer)
	await timer.timeout
