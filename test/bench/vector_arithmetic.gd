extends RefCounted


func typed(count: int, _node: Node2D) -> float:
	var sum := 0.0
	var b := Vector2(3, 4)
	var start := Time.get_ticks_usec()
	for i: int in count:
		sum += ((Vector2(i, 1) + b) * 0.5).length()
	return Time.get_ticks_usec() - start


func untyped(count, _node):
	var sum = 0.0
	var b = Vector2(3, 4)
	var start = Time.get_ticks_usec()
	for i in count:
		sum += ((Vector2(i, 1) + b) * 0.5).length()
	return Time.get_ticks_usec() - start
