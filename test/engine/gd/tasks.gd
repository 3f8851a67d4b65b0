extends Node
## Awaits TypeScript, and is awaited by it.

signal go
signal seen(value)


func await_method(object: Object, method: StringName, args := []):
	var task = object.callv(method, args)
	return await task.completed


func await_wait(task):
	return await task.wait()


func wait_and_add(a: int, b: int) -> int:
	await get_tree().create_timer(0.01).timeout
	return a + b


func add_at_once(a: int, b: int) -> int:
	return a + b


func wait_for_go():
	await go
	return "gone"


## The recipe's own proof.
func _get_async_number() -> int:
	await get_tree().create_timer(0.1).timeout
	return 39


func resume_and_complete(object: Object):
	var task = object.resume_add(1, self, "_get_async_number")
	await task.resumable
	var was_valid: bool = task.is_valid()
	task.resume(2)
	return [was_valid, await task.completed]


func outcome_of(task) -> Array:
	var signals := []
	task.failed.connect(func(error): signals.append(["failed", error]))
	task.cancelled.connect(func(): signals.append(["cancelled"]))
	var result = await task.completed
	return [task.state, result, task.error, signals]
