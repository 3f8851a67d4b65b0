extends Logger
## Keeps what is logged while it is added to OS.

var entries := []
var _mutex := Mutex.new()


func _log_error(
	_function: String, file: String, line: int, code: String, rationale: String,
	_editor_notify: bool, error_type: int, _backtraces: Array[ScriptBacktrace]
) -> void:
	_mutex.lock()
	entries.append([error_type, code if rationale.is_empty() else rationale, file, line])
	_mutex.unlock()
