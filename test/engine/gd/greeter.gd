extends Node
## Implements a virtual method of the second extension's class Foreign, when it is attached to one.


func _greet(who: String) -> String:
	return "Hello, " + who


static func make(type: StringName) -> Object:
	return ClassDB.instantiate(type)


static func native_class():
	return Node2D
