extends Node
## Makes objects of classes written in TypeScript off the main thread, and drops them there.

var _task := -1


func begin(count: int) -> void:
	_task = WorkerThreadPool.add_task(
		func() -> void:
			for i in count:
				ClassDB.instantiate(&"AsyncTask")
				ClassDB.instantiate(&"AsyncExecutorDriver").free()
	)


func is_done() -> bool:
	return WorkerThreadPool.is_task_completed(_task)


func end() -> void:
	WorkerThreadPool.wait_for_task_completion(_task)
