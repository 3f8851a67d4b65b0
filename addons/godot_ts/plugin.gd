@tool
extends EditorPlugin
## Enabling the plugin adds the autoload that runs tasks in the game; disabling it takes that away.
## In the editor a driver of its own runs them.

# Set by hand: add_autoload_singleton refuses names that are those of classes, as this one is.
const AUTOLOAD := "autoload/AsyncExecutorDriver"
const SCENE := "*res://addons/godot_ts/async_executor_driver.tscn"

# The classes are the extension's: while Godot sees the addon for the first time, they aren't there.
var _driver: Node
var _export_plugin: EditorExportPlugin
var _task_dock: EditorDebuggerPlugin


func _enable_plugin() -> void:
	ProjectSettings.set_setting(AUTOLOAD, SCENE)
	ProjectSettings.save()


func _disable_plugin() -> void:
	ProjectSettings.clear(AUTOLOAD)
	ProjectSettings.save()


func _enter_tree() -> void:
	if ClassDB.class_exists(&"AsyncExecutorDriver"):
		_driver = ClassDB.instantiate(&"AsyncExecutorDriver")
		add_child(_driver)
	if ClassDB.class_exists(&"GodotTsExportPlugin"):
		_export_plugin = ClassDB.instantiate(&"GodotTsExportPlugin")
		add_export_plugin(_export_plugin)
	if ClassDB.class_exists(&"GodotTsTaskDock"):
		_task_dock = ClassDB.instantiate(&"GodotTsTaskDock")
		add_debugger_plugin(_task_dock)


func _exit_tree() -> void:
	if _task_dock != null:
		_task_dock.call(&"remove_tabs")
		remove_debugger_plugin(_task_dock)
		_task_dock = null
	if _export_plugin != null:
		remove_export_plugin(_export_plugin)
		_export_plugin = null
	if _driver != null:
		_driver.queue_free()
		_driver = null
