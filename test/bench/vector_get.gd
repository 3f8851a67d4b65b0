extends RefCounted


func typed(count: int, node: Node2D) -> int:
	var x: float
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 8):
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
	return Time.get_ticks_usec() - start


func untyped(count, node):
	var x
	var start = Time.get_ticks_usec()
	for i in range(0, count, 8):
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
		x = node.position.x
	return Time.get_ticks_usec() - start
