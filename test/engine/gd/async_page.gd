extends Node
## What the programs of docs/async-for-gdscript.md take for granted.


class Music:
	extends Node
	signal finished


class Dialog:
	extends Node
	signal chosen


class Bar:
	extends Node
	var value := 0.0


var shown := []
var server := ""
var music := Music.new()
var dialog := Dialog.new()
var bar := Bar.new()
var enemy := Node.new()


func _init() -> void:
	for node: Node in [music, dialog, bar, enemy]:
		add_child(node)


## What the programs print.
func tell(a: Variant, b: Variant = "", c: Variant = "") -> void:
	shown.append(str(a, b, c))


func say(text: String) -> String:
	await get_tree().process_frame
	return "said " + text


func walk_about() -> void:
	while is_inside_tree() and is_instance_valid(enemy):
		await get_tree().process_frame


## What a program that is a whole script does without.
func run() -> void:
	pass
