extends Node
## Works on threads, until it is told to stop.

var done := []
var stops := false
var running := 0
var _mutex := Mutex.new()


func work(n: int = 0) -> void:
	_mutex.lock()
	done.append(n)
	_mutex.unlock()


func work_until_stopped(_n: int = 0) -> int:
	_count_running(1)
	while not stops:
		OS.delay_usec(100)
	_count_running(-1)
	return 42


func _count_running(by: int) -> void:
	_mutex.lock()
	running += by
	_mutex.unlock()


func is_off_main_thread() -> void:
	done.append(OS.get_thread_caller_id() != OS.get_main_thread_id())


func started(method: String) -> Thread:
	var thread := Thread.new()
	thread.start(Callable(self, method))
	return thread


func join(thread: Thread):
	return thread.wait_to_finish()


func bake() -> void:
	work(-1)


func build_chunk(n: int) -> void:
	work(n)


func generate() -> String:
	return "a world"
