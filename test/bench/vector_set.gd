extends RefCounted


func typed(count: int, node: Node2D) -> int:
	var position := Vector2(1, 2)
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 8):
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
	return Time.get_ticks_usec() - start


func untyped(count, node):
	var position = Vector2(1, 2)
	var start = Time.get_ticks_usec()
	for i in range(0, count, 8):
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
		node.position = position
	return Time.get_ticks_usec() - start
