extends RefCounted

const TEXT := "a sentence of a length that people write"


func typed(count: int, node: Node2D) -> int:
	var text: String = TEXT
	var read: String
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 4):
		node.editor_description = text
		read = node.editor_description
		node.editor_description = text
		read = node.editor_description
		node.editor_description = text
		read = node.editor_description
		node.editor_description = text
		read = node.editor_description
	return Time.get_ticks_usec() - start


func untyped(count, node):
	var text = TEXT
	var read
	var start = Time.get_ticks_usec()
	for i in range(0, count, 4):
		node.editor_description = text
		read = node.editor_description
		node.editor_description = text
		read = node.editor_description
		node.editor_description = text
		read = node.editor_description
		node.editor_description = text
		read = node.editor_description
	return Time.get_ticks_usec() - start
