@tool
extends EditorPlugin
## Plays a scene, prints what the dock shows of its tasks, cancels one of them there, and quits.

const COLUMNS := [0, 1, 3, 4]

var _tab: Control
var _tree: Tree


func _enter_tree() -> void:
	# The editor is set up, and the other plugins are there, when this is called.
	_use_dock.call_deferred()


func _use_dock() -> void:
	while EditorInterface.get_resource_filesystem().is_scanning():
		await get_tree().process_frame
	_tab = EditorInterface.get_base_control().find_child("Tasks", true, false)
	_tree = _tab.find_child("Tree", true, false)
	_tell("without a game", _label("Empty"))
	_set_external_editor()
	EditorInterface.play_custom_scene("res://scenes/guard.tscn")
	await _until(func() -> bool: return FileAccess.file_exists("res://plays"))
	_tell("before anybody looks", _label("Empty"))
	_show(_tab)
	await _until(func() -> bool: return _row("patrol").get_slice("|", 1) == "stuck")
	for row in _rows():
		_tell("row", row)
	_tell("count", _label("Count"))
	_tell("the stuck one is marked", _item("patrol").get_custom_color(0) == _warning_color())
	await _filter("lunch")
	await _open("lunch")
	await _cancel("lunch")
	await _filter("nobody")
	_tell("nobody has that name", _label("Empty"))
	EditorInterface.stop_playing_scene()
	await _until(func() -> bool: return _label("Empty").contains("Run the project"))
	_tell("after the game", _label("Empty"))
	get_tree().quit()


func _filter(text: String) -> void:
	var filter: LineEdit = _tab.find_child("Filter", true, false)
	filter.text = text
	filter.text_changed.emit(text)
	for row in _rows():
		_tell("filtered by %s" % text, row)
	await get_tree().process_frame


func _open(task: String) -> void:
	_item(task).select(0)
	_tree.item_mouse_selected.emit(Vector2.ZERO, MOUSE_BUTTON_RIGHT)
	var menu: PopupMenu = _tab.find_children("*", "PopupMenu", false, false)[0]
	_tell("menu", "%s, %s" % [menu.get_item_text(0), menu.get_item_text(1)])
	menu.id_pressed.emit(0)
	_tell("open", _label("Status"))
	await _until(func() -> bool: return FileAccess.file_exists("res://opened"))


func _cancel(task: String) -> void:
	_item(task).select(0)
	_press("Cancel")
	_tell("cancel", _label("Status"))
	await _until(func() -> bool: return _item(task) == null)
	_tell("gone", task)


## The editor is a program that writes what it was asked for beside the project.
func _set_external_editor() -> void:
	var settings := EditorInterface.get_editor_settings()
	settings.set_setting("text_editor/external/use_external_editor", true)
	settings.set_setting("text_editor/external/exec_path", OS.get_cmdline_user_args()[0])
	settings.set_setting("text_editor/external/exec_flags", "{file}:{line}")


func _press(button_name: String) -> void:
	var button: Button = _tab.find_child(button_name, true, false)
	if button.disabled:
		_tell("disabled", button_name)
	button.pressed.emit()


## Brings a tab to the front, and all that it is in.
func _show(control: Control) -> void:
	var each: Node = control
	while each != null:
		var parent := each.get_parent()
		if parent is TabContainer:
			parent.current_tab = parent.get_tab_idx_from_control(each)
		if each is Control and not each.visible:
			each.show()
		each = parent


func _rows() -> PackedStringArray:
	var rows := PackedStringArray()
	var item := _tree.get_root().get_next_visible()
	while item != null:
		rows.append("|".join(COLUMNS.map(item.get_text)))
		item = item.get_next_visible()
	return rows


func _row(task: String) -> String:
	for row in _rows():
		if row.begins_with(task + "|"):
			return row
	return ""


func _item(task: String) -> TreeItem:
	var item := _tree.get_root().get_next_visible()
	while item != null and item.get_text(0) != task:
		item = item.get_next_visible()
	return item


func _label(label_name: String) -> String:
	var label: Label = _tab.find_child(label_name, true, false)
	return label.text


func _warning_color() -> Color:
	return EditorInterface.get_editor_theme().get_color("warning_color", "Editor")


func _until(is_so: Callable) -> void:
	while not is_so.call():
		await get_tree().process_frame


func _tell(what: String, value: Variant) -> void:
	print("dock: %s: %s" % [what, value])
