extends RefCounted

var _heard := 0


func typed(count: int, node: Node2D) -> int:
	node.renamed.connect(_on_renamed)
	var usec := emit(count, node)
	node.renamed.disconnect(_on_renamed)
	return usec


## For whoever listens.
func emit(count: int, node: Node2D) -> int:
	var start := Time.get_ticks_usec()
	for i: int in count:
		node.renamed.emit()
	return Time.get_ticks_usec() - start


func _on_renamed() -> void:
	_heard += 1
