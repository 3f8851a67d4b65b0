extends RefCounted


func typed(count: int, _node: Node2D) -> int:
	var v: Vector2
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 8):
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
	return Time.get_ticks_usec() - start


func untyped(count, _node):
	var v
	var start = Time.get_ticks_usec()
	for i in range(0, count, 8):
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
		v = Vector2(i, 0.5)
	return Time.get_ticks_usec() - start
