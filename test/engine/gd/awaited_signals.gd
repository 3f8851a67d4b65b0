extends Node
## Emits what TypeScript awaits, here and on other threads, and has coroutines that it calls.

signal collected(count: int, by: Node)
signal listed(numbers: Array[int], nodes: Array[Node], packed: PackedVector2Array)
signal found(item: RefCounted)
signal named(who: StringName)


func emit_collected(count: int, by: Node) -> void:
	collected.emit(count, by)


func emit_listed(node: Node) -> void:
	var numbers: Array[int] = [1, 2]
	var nodes: Array[Node] = [node]
	listed.emit(numbers, nodes, PackedVector2Array([Vector2(1, 2)]))


func emit_found_on_thread() -> void:
	_on_thread(func() -> void:
		var item := RefCounted.new()
		item.set_meta("from", "a thread")
		found.emit(item))


func emit_named_on_thread_and_free() -> void:
	_on_thread(func() -> void:
		named.emit(&"Ann")
		free.call_deferred())


## The source is freed on the thread that emitted.
func emit_and_free_on_thread(source: Object) -> void:
	_on_thread(func() -> void:
		source.emit_signal(&"fired", 7)
		source.free())


func make_source() -> Object:
	var source := Object.new()
	source.add_user_signal("fired", [{"name": "n", "type": TYPE_INT}])
	return source


func connections_of(which: StringName) -> int:
	return get_signal_connection_list(which).size()


func _on_thread(work: Callable) -> void:
	var thread := Thread.new()
	thread.start(work)
	thread.wait_to_finish()
