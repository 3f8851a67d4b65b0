@tool
extends EditorPlugin
## Prints what the editor shows, and quits: `-- help=CLASS` a page of the help, `-- icons=SCENE` the
## icons in the scene tree.


func _enter_tree() -> void:
	# The rest of the editor is there when it has been set up.
	_read.call_deferred()


func _read() -> void:
	while EditorInterface.get_resource_filesystem().is_scanning():
		await get_tree().process_frame
	for what in OS.get_cmdline_user_args():
		var text: String
		if what.begins_with("help="):
			text = await _page_of(what.trim_prefix("help="))
		else:
			text = await _icons_in(what.trim_prefix("icons="))
		print("start of %s\n%s\nend" % [what, text])
	get_tree().quit()


func _page_of(topic: String) -> String:
	var editor := EditorInterface.get_script_editor()
	editor.goto_help("class_name:%s" % topic)
	while true:
		await get_tree().process_frame
		for page in editor.find_children(topic, "EditorHelp", true, false):
			var text: RichTextLabel = page.find_children("*", "RichTextLabel", true, false)[0]
			if not text.get_parsed_text().is_empty():
				return text.get_parsed_text()
	return ""


## The nodes of a scene, and where their icons come from if they are not the editor's own.
func _icons_in(scene: String) -> String:
	EditorInterface.open_scene_from_path(scene)
	while true:
		await get_tree().process_frame
		var root := EditorInterface.get_edited_scene_root()
		if root == null or root.scene_file_path != scene:
			continue
		for tree: Tree in EditorInterface.get_base_control().find_children("*", "Tree", true, false):
			if tree.get_root() != null and tree.get_root().get_text(0) == root.name:
				return _lines_of(tree.get_root())
	return ""


func _lines_of(item: TreeItem) -> String:
	var line := "%s %s\n" % [item.get_text(0), item.get_icon(0).resource_path]
	return item.get_children().reduce(func(lines, child): return lines + _lines_of(child), line)
