@tool
extends EditorPlugin
## Opens the pages of the help that `-- CLASS…` names, prints the text of each, and quits.


func _enter_tree() -> void:
	# A page is opened by the script editor, which is there when the editor has been set up.
	_read.call_deferred()


func _read() -> void:
	while EditorInterface.get_resource_filesystem().is_scanning():
		await get_tree().process_frame
	var editor := EditorInterface.get_script_editor()
	for topic in OS.get_cmdline_user_args():
		editor.goto_help("class_name:%s" % topic)
		var text: String = await _text_of(editor, topic)
		print("page of %s\n%s\nend" % [topic, text])
	get_tree().quit()


## The text of a page, once the page has one.
func _text_of(editor: ScriptEditor, topic: String) -> String:
	while true:
		await get_tree().process_frame
		for page in editor.find_children(topic, "EditorHelp", true, false):
			var text: RichTextLabel = page.find_children("*", "RichTextLabel", true, false)[0]
			if not text.get_parsed_text().is_empty():
				return text.get_parsed_text()
	return ""
