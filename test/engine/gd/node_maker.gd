extends Node
## Makes nodes, and frees them.

var _nodes: Array[Node] = []


func make(count: int) -> Array[Node]:
	for i in count:
		_nodes.append(Node.new())
	return _nodes.duplicate()


func free_all() -> void:
	for node in _nodes:
		node.free()
	_nodes.clear()
