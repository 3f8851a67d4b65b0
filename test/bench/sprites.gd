extends RefCounted

var _sprites: Array[Sprite2D]


func typed(_count: int, node: Node2D) -> int:
	_find(node)
	var step := Vector2(0.001, 0.001)
	var start := Time.get_ticks_usec()
	for sprite: Sprite2D in _sprites:
		sprite.position += step
	return Time.get_ticks_usec() - start


func untyped(_count, node):
	_find(node)
	var sprites = _sprites
	var step = Vector2(0.001, 0.001)
	var start = Time.get_ticks_usec()
	for sprite in sprites:
		sprite.position += step
	return Time.get_ticks_usec() - start


func _find(node: Node2D) -> void:
	if _sprites.is_empty():
		_sprites.assign(node.get_node("Sprites").get_children())
