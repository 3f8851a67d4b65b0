extends Node
## Makes objects of classes written in TypeScript off the main thread, and drops them there.

var held
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


## Takes a reference to an object that somebody else holds, and drops it, again and again.
func touch(object: RefCounted, count: int) -> void:
	var weak: WeakRef = weakref(object)
	_task = WorkerThreadPool.add_task(
		func() -> void:
			for i in count:
				weak.get_ref()
	)


## Holds an object from now on, by a reference that another thread has taken.
func take(object: RefCounted) -> void:
	var weak: WeakRef = weakref(object)
	_task = WorkerThreadPool.add_task(func() -> void: held = weak.get_ref())
	end()
