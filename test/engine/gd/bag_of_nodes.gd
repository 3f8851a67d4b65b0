extends RefCounted
## Frees its nodes when it goes.

var nodes: Array[Node] = []


func own(node: Node) -> void:
	nodes.append(node)


func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE:
		for node in nodes:
			node.free()
