@tool
extends EditorPlugin
## Enables or disables godot-ts as the project settings' dialog does, then quits the editor.
##
## Does nothing without the environment variable GODOT_TS_PLUGIN, which is "on" or "off".


func _ready() -> void:
	var wanted := OS.get_environment("GODOT_TS_PLUGIN")
	if wanted.is_empty():
		return
	while EditorInterface.get_resource_filesystem().is_scanning():
		await get_tree().process_frame
	EditorInterface.set_plugin_enabled("godot_ts", wanted == "on")
	# Which plugins are enabled, the dialog saves a moment later.
	ProjectSettings.save()
	get_tree().quit()
