extends RefCounted


func typed(count: int, node: Node2D) -> int:
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 8):
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
	return Time.get_ticks_usec() - start


func untyped(count, node):
	var start = Time.get_ticks_usec()
	for i in range(0, count, 8):
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
		node.rotate(0.001)
	return Time.get_ticks_usec() - start
