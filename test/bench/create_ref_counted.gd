extends RefCounted


func typed(count: int, _node: Node2D) -> int:
	var start := Time.get_ticks_usec()
	for i: int in count:
		var object: RefCounted = RefCounted.new()
	return Time.get_ticks_usec() - start


func untyped(count, _node):
	var start = Time.get_ticks_usec()
	for i in count:
		var object = RefCounted.new()
	return Time.get_ticks_usec() - start
