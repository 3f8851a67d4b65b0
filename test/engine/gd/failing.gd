extends Node
## Calls what throws in TypeScript, with types, and fails itself.


func results_of_failed(failing: TestFailing) -> Dictionary:
	var as_bool: bool = failing.fail_bool()
	var as_int: int = failing.fail_int()
	var as_float: float = failing.fail_float()
	var as_string: String = failing.fail_string()
	var as_array: Array = failing.fail_array()
	var as_dictionary: Dictionary = failing.fail_dictionary()
	var as_node: Node = failing.fail_node()
	var as_callable: Callable = failing.fail_callable()
	var as_signal: Signal = failing.fail_signal()
	return {
		"bool": as_bool,
		"int": as_int,
		"float": as_float,
		"string": as_string,
		"array": as_array,
		"dictionary": as_dictionary,
		"node": as_node,
		"callable": as_callable.is_null(),
		"signal": as_signal.is_null(),
	}


func variant_of_failed(failing: TestFailing):
	return failing.fail_variant()


func type_of_whole_float(failing: TestFailing) -> Array:
	var whole: float = failing.whole_float()
	return [typeof(whole), whole / 2]


func title_of_failed(failing: TestFailing) -> String:
	var title: String = failing.title
	return "title: " + title


func divide(a: int, b: int) -> int:
	return a / b
