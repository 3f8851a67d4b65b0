extends Node
## Awaits the tasks of TypeScript, with types where GDScript has them.

signal told

var _task: AsyncTask
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
	# A lambda that held the task, and that the task holds, would keep both for ever.
	var weak: WeakRef = weakref(task)
	task.resumable.connect(func() -> void: story.append("resumable"))
	task.progressed.connect(
		func(fraction: float, note: String) -> void: story.append([fraction, note])
	)
	task.failed.connect(func(error: String) -> void: story.append(["failed", error]))
	task.cancelled.connect(func() -> void: story.append("cancelled"))
	task.completed.connect(func(result) -> void:
		story.append(["completed", result, weak.get_ref().state])
	)
	await task.completed
	await get_tree().process_frame
	await get_tree().process_frame
	return story


func keep(task: AsyncTask) -> void:
	_task = task
	task.completed.connect(func(_result) -> void: completions += 1)


func let_go() -> void:
	_task = null


## Starts a task that nothing refers to.
func start_unheld(bank: TestBank) -> void:
	bank.tell_slowly(told)


func hear_unheld(bank: TestBank) -> bool:
	start_unheld(bank)
	await told
	return true


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
	var weak: WeakRef = weakref(task)
	var seen := [0]
	task.completed.connect(func(_result) -> void: seen[0] = weak.get_ref().result)
	await task.completed
	return seen[0]


func start_within_a_task(bank: TestBank) -> AsyncTask:
	return bank.count_slowly(3)


func results_of_failed(bank: TestBank) -> Dictionary:
	var as_bool: bool = bank.fail_bool()
	var as_int: int = bank.fail_int()
	var as_float: float = bank.fail_float()
	var as_string: String = bank.fail_string()
	var as_array: Array = bank.fail_array()
	var as_dictionary: Dictionary = bank.fail_dictionary()
	var as_node: Node = bank.fail_node()
	var as_callable: Callable = bank.fail_callable()
	var as_signal: Signal = bank.fail_signal()
	return {
		"bool": as_bool,
		"int": as_int,
		"float": as_float,
		"string": as_string,
		"array": as_array,
		"dictionary": as_dictionary,
		"node": as_node,
		"callable": as_callable.is_null(),
		"signal": as_signal.is_null(),
	}


func variant_of_failed(bank: TestBank):
	return bank.fail_variant()


func type_of_whole_float(bank: TestBank) -> Array:
	var whole: float = bank.whole_float()
	return [typeof(whole), whole / 2]
