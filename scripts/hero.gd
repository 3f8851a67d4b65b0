extends Node
## GDScript among TypeScript: it awaits tasks, and its own coroutines are awaited.


## Awaits an async method of a TypeScript class.
func praise(board: ScoreBoard) -> String:
	var player: String = await board.find_best_player().completed
	return "Well played, %s!" % player


## A coroutine that a TypeScript task awaits.
func walk(steps: int) -> int:
	for step in steps:
		await get_tree().process_frame
	return steps


## Starts a task, gives it the value that it asks for, and awaits its result.
func add_with_resume() -> int:
	var task := Adder.new().resume_add(1, self, "_get_async_number")
	await task.resumable
	if not task.is_valid():
		return -1
	task.resume(2)
	return await task.completed


func _get_async_number() -> int:
	await get_tree().create_timer(0.1).timeout
	return 39
