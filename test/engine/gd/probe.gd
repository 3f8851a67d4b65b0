extends Node
## What the tests of the binding look through from the other side.

signal hit(damage: int, by: String)

var health := 10
var held
var _weak: WeakRef


static func twice(n: int) -> int:
	return n * 2


func echo(value):
	return value


func type_name_of(value) -> String:
	return type_string(typeof(value))


func types_in(values: Array) -> String:
	return ", ".join(values.map(type_name_of))


func half_of(value):
	return value / 2


func freed_in_array() -> Array:
	var node := Node.new()
	var values := [node]
	node.free()
	return values


func text_of(value) -> String:
	return str(value)


func is_same_as(a, b) -> bool:
	return is_same(a, b)


func are_equal(a, b) -> bool:
	return a == b


func sum(a: int, b := 2) -> int:
	return a + b


func call_with(callable: Callable, args: Array):
	return callable.callv(args)


func call_and_go_on(callable: Callable) -> String:
	callable.call()
	return "went on"


func free_it(object: Object) -> void:
	object.free()


func watch(object: RefCounted) -> void:
	_weak = weakref(object)


func is_watched_alive() -> bool:
	return _weak.get_ref() != null


func append_to(array: Array, value) -> void:
	array.append(value)


func set_in(dictionary: Dictionary, key, value) -> void:
	dictionary[key] = value


func make_typed_array() -> Array[int]:
	return [1, 2, 3]


func sum_typed(numbers: Array[int]) -> int:
	return numbers.reduce(func(sum, each): return sum + each, 0)


func emit_hit(damage: int, by: String) -> void:
	hit.emit(damage, by)


func hit_connections() -> int:
	return hit.get_connections().size()


func answer_from_thread(callable: Callable):
	var thread := Thread.new()
	thread.start(func(): return callable.call("from a thread"))
	return thread.wait_to_finish()


## What the engine's own call of a method of any type gives.
func call_on(value, method: StringName, args: Array):
	return Callable.create(value, method).callv(args)


## Sixteen bytes, one number written among them.
func bytes_encoded(kind: String, offset: int, number) -> PackedByteArray:
	var bytes := PackedByteArray()
	bytes.resize(16)
	match kind:
		"u8": bytes.encode_u8(offset, number)
		"s8": bytes.encode_s8(offset, number)
		"u16": bytes.encode_u16(offset, number)
		"s16": bytes.encode_s16(offset, number)
		"u32": bytes.encode_u32(offset, number)
		"s32": bytes.encode_s32(offset, number)
		"u64": bytes.encode_u64(offset, number)
		"s64": bytes.encode_s64(offset, number)
		"half": bytes.encode_half(offset, number)
		"float": bytes.encode_float(offset, number)
		"double": bytes.encode_double(offset, number)
	return bytes


func free_on_thread(objects: Array) -> void:
	var thread := Thread.new()
	thread.start(
		func() -> void:
			for object: Object in objects:
				object.free()
	)
	thread.wait_to_finish()


func hold_bound(callable: Callable) -> void:
	held = callable.bind("bound")


func make(type: StringName) -> Object:
	return ClassDB.instantiate(type)


func watch_weak(weak: WeakRef) -> void:
	_weak = weak
