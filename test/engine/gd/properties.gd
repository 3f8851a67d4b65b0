extends Node
## Sets properties and calls methods of TypeScript's, by names, so that nothing is checked before.


func put(object: Object, property: StringName, value: Variant) -> Variant:
	object.set(property, value)
	return object.get(property)


func run(object: Object, method: StringName, value: Variant) -> Variant:
	return object.call(method, value)


func typed(value: Variant, kind: StringName) -> Variant:
	match kind:
		&"Array[int]":
			return Array(value, TYPE_INT, &"", null)
		&"Array[Node]":
			return Array(value, TYPE_OBJECT, &"Node", null)
		&"Dictionary[String, int]":
			return Dictionary(value, TYPE_STRING, &"", null, TYPE_INT, &"", null)
	return value


func is_float(object: Object, property: StringName) -> bool:
	return typeof(object.get(property)) == TYPE_FLOAT


func type_of(object: Object, property: StringName) -> String:
	return type_string(typeof(object.get(property)))


## Compiled with the types of the class: what `t` says is known to the compiler of GDScript.
func typed_use(object: TestFitting) -> Array:
	var scores: Array[int] = object.scores
	scores.append(4)
	object.scores = [1, 2]
	object.mode = Node.PROCESS_MODE_DISABLED
	object.whole = 2.0 as int
	var sum: int = object.add_up(object.scores)
	return [scores, object.scores, sum, object.mode]
