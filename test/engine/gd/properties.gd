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


func type_of(object: Object, property: StringName) -> String:
	return type_string(typeof(object.get(property)))

