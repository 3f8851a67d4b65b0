extends Node
## Connects functions to the signals of tasks, some of which refer to the task itself.

var heard := []

var _weak: WeakRef


## Connects a function that holds the task to each of its signals.
func hold_by_all(task: AsyncTask) -> void:
	_weak = weakref(task)
	task.completed.connect(func(_result: Variant) -> void: heard.append(task.state))
	task.failed.connect(func(_error: String) -> void: heard.append("failed first: " + task.state))
	task.cancelled.connect(func() -> void: heard.append("cancelled first: " + task.state))
	task.resumable.connect(func() -> void: heard.append("resumable: " + task.state))
	task.progressed.connect(func(_f: float, _n: String) -> void: heard.append(task.state))


func hold_by_bound_arguments(task: AsyncTask) -> void:
	_weak = weakref(task)
	task.completed.connect(_hear_with.bind(task))


func hold_many_times(task: AsyncTask) -> void:
	_weak = weakref(task)
	var hear := func(_result: Variant) -> void: heard.append(task.state)
	for i: int in 3:
		task.completed.connect(hear, CONNECT_REFERENCE_COUNTED)


func hold_from_within(task: AsyncTask) -> void:
	_weak = weakref(task)
	task.completed.connect(func(_result: Variant) -> void:
		task.completed.connect(func(_r: Variant) -> void: heard.append("never " + task.state))
		heard.append("connected")
	)


func hold_by_kinds(task: AsyncTask) -> void:
	_weak = weakref(task)
	task.completed.connect(
		func(result: Variant) -> void: heard.append(["deferred", result, task.state]), CONNECT_DEFERRED
	)
	task.completed.connect(
		func(result: Variant) -> void: heard.append(["once", result, task.state]), CONNECT_ONE_SHOT
	)
	task.completed.connect(
		func(result: Variant) -> void: heard.append(["deferred once", result, task.state]),
		CONNECT_DEFERRED | CONNECT_ONE_SHOT
	)
	task.completed.connect(func(result: Variant) -> void: heard.append(["plain", result, task.state]))


## What a function hears that goes on within the emission, and what it awaits after that.
func await_and_go_on(task: AsyncTask) -> void:
	_weak = weakref(task)
	heard.append(await task.completed)
	await get_tree().process_frame
	heard.append(await task.wait())


func await_failure(task: AsyncTask) -> void:
	_weak = weakref(task)
	heard.append(await task.failed)


## Calls a method of the task, which nothing in TypeScript holds.
func tell_task(method: StringName, args: Array) -> void:
	_weak.get_ref().callv(method, args)


func task_state() -> String:
	return _weak.get_ref().state


func is_alive() -> bool:
	return _weak.get_ref() != null


func _hear_with(_result: Variant, task: AsyncTask) -> void:
	heard.append(task.state)
