extends Node
## Awaits the tasks of TypeScript, with types where GDScript has them.

signal told

var _task: AsyncTask
var _weak: WeakRef
var completions := 0


func typed_result(bank: TestBank) -> int:
	var n: int = await bank.count_slowly(20).completed
	return n


func typed_text(bank: TestBank) -> String:
	var text: String = await bank.spell("ab").completed
	return text


func untyped_result(bank, n):
	var task = bank.count_slowly(n)
	return await task.completed


func late_result(bank: TestBank) -> Array:
	var task := bank.count_slowly(20)
	await task.completed
	await get_tree().process_frame
	var first: int = await task.wait()
	var second: int = await task.wait()
	return [first, second, task.state]


func late_failure(bank: TestBank) -> Array:
	var task := bank.fail_slowly()
	await task.completed
	return [await task.wait(), task.state, task.error]


func late_cancellation(bank: TestBank) -> Array:
	var task := bank.wait_for_ever()
	task.cancel()
	await task.completed
	return [await task.wait(), task.state, task.error]


## Every signal of a task, in order, until two frames after its end.
func story_of(task: AsyncTask) -> Array:
	var story := []
	task.resumable.connect(func() -> void: story.append("resumable"))
	task.progressed.connect(
		func(fraction: float, note: String) -> void: story.append([fraction, note])
	)
	task.failed.connect(func(error: String) -> void: story.append(["failed", error]))
	task.cancelled.connect(func() -> void: story.append("cancelled"))
	task.completed.connect(func(result) -> void:
		story.append(["completed", result, task.state])
	)
	await task.completed
	await get_tree().process_frame
	await get_tree().process_frame
	return story


func keep(task: AsyncTask) -> void:
	_task = task
	_weak = weakref(task)
	task.completed.connect(func(_result) -> void: completions += 1)


func start_and_keep(bank: TestBank) -> void:
	keep(bank.count_slowly(1))


func kept_task() -> AsyncTask:
	return _task


func let_go() -> void:
	_task = null


func is_kept_alive() -> bool:
	return _weak.get_ref() != null


## Starts a task that nothing refers to.
func start_unheld(bank: TestBank) -> void:
	bank.tell_slowly(told)


func hear_unheld(bank: TestBank) -> bool:
	start_unheld(bank)
	await told
	return true


func bound_result(bank: TestBank, node: Node) -> int:
	var n: int = await bank.count_slowly(20).bind_to(node).completed
	return n


func bound_outcome(bank: TestBank, node: Node) -> Array:
	var task := bank.wait_for_ever()
	var same := task.bind_to(node) == task
	keep(task)
	await task.completed
	return [same, task.state]


func made_by_hand() -> Array:
	var task := AsyncTask.new()
	return [task.state, task.result, task.is_valid(true), task.wait()]


func call_method(object: Object, method: StringName, args: Array):
	return object.callv(method, args)


func resume_states(bank: TestBank) -> Array:
	var task := bank.ask()
	var seen := []
	seen.append([task.is_valid(), task.is_valid(true)])
	await task.resumable
	seen.append([task.is_valid(), task.is_valid(true)])
	seen.append(task.resume("yes") == task)
	seen.append([task.is_valid(), task.state])
	seen.append(task.resume("dropped") == task)
	seen.append(await task.completed)
	seen.append(task.resume("late"))
	seen.append([task.is_valid(), task.is_valid(true)])
	return seen


func resume_with_nothing(bank: TestBank) -> String:
	var task := bank.ask()
	await task.resumable
	task.resume()
	return await task.completed


func result_within_completed(bank: TestBank) -> int:
	var task := bank.count_slowly(1)
	var seen := [0]
	task.completed.connect(func(_result) -> void: seen[0] = task.result)
	await task.completed
	return seen[0]


func start_within_a_task(bank: TestBank) -> AsyncTask:
	return bank.count_slowly(3)
