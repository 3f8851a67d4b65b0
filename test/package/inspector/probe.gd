@tool
extends EditorPlugin
## Looks at what the inspector makes of a class's properties, prints it as JSON, and quits.


func _ready() -> void:
	var files := EditorInterface.get_resource_filesystem()
	while files.is_scanning():
		await get_tree().process_frame
	var seen := {
		"coin": look_at(&"Coin"),
		"tool": look_at(&"CoinTool"),
		"scene": scene(),
		"pressed": await press(),
	}
	print("SEEN ", JSON.stringify(seen))
	get_tree().quit.call_deferred()


## Of each property: its editor, its value in a new node, and the value the arrow goes back to.
func look_at(type: StringName) -> Dictionary:
	var object: Object = ClassDB.instantiate(type)
	var seen := {}
	for property in ClassDB.class_get_property_list(type, false):
		if property.name not in names_of(type):
			continue
		var editor := EditorInspector.instantiate_property_editor(
			object, property.type, property.name, property.hint, property.hint_string,
			property.usage
		)
		seen[property.name] = {
			"editor": editor.get_class(),
			"value": plain(object.get(property.name)),
			"default": plain(ClassDB.class_get_property_default_value(type, property.name)),
		}
		editor.free()
	object.free()
	return seen


## No object is null here, whichever of the two it is to the engine.
func plain(value: Variant) -> Variant:
	return null if value == null else value


func names_of(type: StringName) -> Array:
	var names := []
	for each in [type, ClassDB.get_parent_class(type)]:
		if each not in [&"Node2D", &"CanvasItem"]:
			names.append_array(
				ClassDB.class_get_property_list(each, true).map(func(p): return p.name)
			)
	return names


## What a scene stores of an edited node, and what comes of it again.
func scene() -> Dictionary:
	var coin: Node = ClassDB.instantiate(&"Coin")
	coin.name = "Coin"
	var label := Label.new()
	label.name = "Label"
	coin.add_child(label)
	label.owner = coin
	coin.set("worth", 25)
	coin.set("label", label)
	coin.set("story", "Once")
	var packed := PackedScene.new()
	packed.pack(coin)
	var state := packed.get_state()
	var stored := {}
	for i in state.get_node_property_count(0):
		stored[state.get_node_property_name(0, i)] = str(state.get_node_property_value(0, i))
	var again := packed.instantiate(PackedScene.GEN_EDIT_STATE_INSTANCE)
	var result := {
		"stored": stored,
		"worth": again.get("worth"),
		"label": again.get("label") == again.get_child(0),
	}
	coin.free()
	again.free()
	return result


## Presses the button that an inspector shows of a tool, and gives what came of it.
func press() -> int:
	var tool: Node = ClassDB.instantiate(&"CoinTool")
	var inspector := EditorInspector.new()
	EditorInterface.get_base_control().add_child(inspector)
	inspector.edit(tool)
	var buttons := []
	while buttons.is_empty():
		await get_tree().process_frame
		buttons = inspector.find_children("*", "EditorInspectorActionButton", true, false)
	(buttons[0] as Button).pressed.emit()
	var worth: int = tool.get("worth")
	inspector.free()
	tool.free()
	return worth
