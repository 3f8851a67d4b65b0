extends Node
## Makes objects of classes written in TypeScript on other threads, and uses them there.

var _held: TestLoaded


func instantiate_on_thread(scene: PackedScene) -> Node:
	return _on_thread(scene.instantiate)


func make_on_thread(type: StringName) -> Object:
	return _on_thread(func() -> Object: return ClassDB.instantiate(type))


func make_bag_on_thread(worth: int) -> TestLoadedBag:
	return _on_thread(func() -> TestLoadedBag:
		var bag := TestLoadedBag.new()
		bag.worth = worth
		return bag)


func make_open_on_thread() -> Object:
	return _on_thread(func() -> Object:
		var node: Object = ClassDB.instantiate(&"TestLoadedOpen")
		node.set(&"position", Vector2(3, 4))
		node.set(&"extra", "kept")
		node.set(&"worth", 9)
		node.set(&"second", 7)
		return node)


## A child of this node, that nobody here has looked at.
func add_made_on_thread(type: StringName) -> void:
	_on_thread(func() -> void:
		var node: Node = ClassDB.instantiate(type)
		add_child(node))


func hold_made_on_thread(worth) -> void:
	_on_thread(func() -> void:
		_held = TestLoaded.new()
		_held.set(&"worth", worth))


func worth_of_held() -> int:
	return _held.worth


func free_held() -> void:
	_held.free()


func make_and_free_on_thread(count: int) -> void:
	_on_thread(func() -> void:
		for i in count:
			var node := TestLoaded.new()
			node.worth = i
			node.free())


## The object, and what the thread reads that has set it before.
func set_and_get_on_thread(label: String) -> Array:
	return _on_thread(func() -> Array:
		var node := TestLoaded.new()
		node.label = label
		return [node, node.label])


func set_twice_on_thread(first: int, second: int) -> TestLoaded:
	return _on_thread(func() -> TestLoaded:
		var node := TestLoaded.new()
		node.worth = first
		node.worth = second
		return node)


func count_on_thread() -> int:
	return _on_thread(func() -> int:
		var node := TestLoaded.new()
		var counted: int = node.count()
		node.free()
		return counted)


func set_on_thread(object: Object, property: StringName, value) -> void:
	_on_thread(func() -> void: object.set(property, value))


func _on_thread(work: Callable):
	var thread := Thread.new()
	thread.start(work)
	return thread.wait_to_finish()
