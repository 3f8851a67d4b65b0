extends RefCounted


func array(count: int, _node: Node2D) -> int:
	var sum := 0.0
	var start := Time.get_ticks_usec()
	var filled: Array[float] = []
	for i: int in count:
		filled.append(i + 0.5)
	for item: float in filled:
		sum += item
	return Time.get_ticks_usec() - start


func dictionary(count: int, _node: Node2D) -> int:
	var sum := 0.0
	var start := Time.get_ticks_usec()
	var filled: Dictionary[int, float] = {}
	for i: int in count:
		filled[i] = i + 0.5
	for key: int in filled:
		sum += filled[key]
	return Time.get_ticks_usec() - start


func packed_array(count: int, _node: Node2D) -> int:
	var sum := 0.0
	var start := Time.get_ticks_usec()
	var filled := PackedFloat32Array()
	for i: int in count:
		filled.append(i + 0.5)
	for item: float in filled:
		sum += item
	return Time.get_ticks_usec() - start
