extends Node
## Calls JavaScript, emits, frees and touches objects on threads other than the main one.

signal counted(n: int, item)

var answers := []


func call_on_thread(callable: Callable, args: Array):
	var thread := Thread.new()
	thread.start(callable.callv.bind(args))
	return thread.wait_to_finish()


func call_in_order(callable: Callable, count: int) -> void:
	_on_thread(func() -> void:
		for i in count:
			callable.call(i))


func call_and_keep_answers(callable: Callable, count: int) -> void:
	_on_thread(func() -> void:
		for i in count:
			answers.append(callable.call(i)))


func emit_counted(count: int) -> void:
	_on_thread(func() -> void:
		for i in count:
			var item := RefCounted.new()
			item.set_meta("n", i)
			counted.emit(i, item))


func emit_with(object: Object) -> void:
	_on_thread(func() -> void: counted.emit(0, object))


func free_on_thread(objects: Array) -> void:
	_on_thread(func() -> void:
		for object in objects:
			object.free())


func drop_on_thread(holder: Array) -> void:
	_on_thread(func() -> void: holder.clear())


func call_method_on_thread(object: Object, method: StringName):
	return _on_thread(func(): return object.call(method))


func disconnect_on_thread(callable: Callable) -> bool:
	return _on_thread(func() -> bool:
		counted.disconnect(callable)
		return counted.is_connected(callable))


func has_key_on_thread(dictionary: Dictionary, callable: Callable) -> bool:
	return _on_thread(func() -> bool: return dictionary.has(callable))


func text_on_thread(callable: Callable) -> String:
	return _on_thread(func() -> String: return str(callable))


func _on_thread(work: Callable):
	var thread := Thread.new()
	thread.start(work)
	return thread.wait_to_finish()
