extends RefCounted

var _heard := 0


func typed(count: int, node: Node2D) -> int:
	node.renamed.connect(_on_renamed)
	var start := Time.get_ticks_usec()
	for i: int in count:
		node.renamed.emit()
	var end := Time.get_ticks_usec()
	node.renamed.disconnect(_on_renamed)
	return end - start


func _on_renamed() -> void:
	_heard += 1
