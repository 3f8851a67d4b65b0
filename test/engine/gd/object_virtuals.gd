extends Node
## What GDScript sees of `_get`, `_set` and their like in classes of TypeScript's.


func read(object, property: StringName):
	return object.get(property)


func write(object, property: StringName, value) -> void:
	object.set(property, value)


func read_typed(bag: TestVirtuals) -> int:
	return bag.level


func write_typed(bag: TestVirtuals, level: int) -> void:
	bag.level = level


func text_of(object) -> String:
	return str(object)


func own_properties(object: Object) -> Array:
	var names := []
	for property in object.get_property_list():
		if property.usage & PROPERTY_USAGE_STORAGE and property.name.begins_with("level"):
			names.append(property.name)
	return names
