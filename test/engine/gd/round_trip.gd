extends RefCounted
## The engine's side of the round trip: tells what came, makes values, and compares them.

signal rang(times: int)

var _rng := RandomNumberGenerator.new()
var _node: Node


func echo(value):
	return value


## The type of a value and of all inside it: `Array[int](int, int)`.
func shape_of(value) -> String:
	if value is Array:
		var inside: Array = value.map(shape_of)
		return "Array%s(%s)" % [_array_type(value), ", ".join(inside)]
	if value is Dictionary:
		var entries := []
		for key in value:
			entries.append("%s: %s" % [shape_of(key), shape_of(value[key])])
		return "Dictionary%s(%s)" % [_dictionary_type(value), ", ".join(entries)]
	return type_string(typeof(value))


func shapes_of(values: Array) -> PackedStringArray:
	return PackedStringArray(values.map(shape_of))


func _array_type(array: Array) -> String:
	if not array.is_typed():
		return ""
	return "[%s]" % _type_text(array.get_typed_builtin(), array.get_typed_class_name())


func _dictionary_type(dictionary: Dictionary) -> String:
	if not dictionary.is_typed():
		return ""
	return "[%s, %s]" % [
		_type_text(dictionary.get_typed_key_builtin(), dictionary.get_typed_key_class_name()),
		_type_text(dictionary.get_typed_value_builtin(), dictionary.get_typed_value_class_name()),
	]


func _type_text(type: int, name: StringName) -> String:
	return type_string(type) if name.is_empty() else String(name)


## Random values, the same for the same seed.
func make(rng_seed: int, count: int, node: Node) -> Array:
	_rng.seed = rng_seed
	_node = node
	var values := []
	for i in count:
		values.append(_any(5))
	return values


func _any(depth: int):
	var type := _rng.randi_range(TYPE_NIL, TYPE_MAX - 1)
	match type:
		TYPE_ARRAY:
			return _array(depth)
		TYPE_DICTIONARY:
			return _dictionary(depth)
	return _of_type(type)


func _array(depth: int) -> Array:
	if _rng.randi_range(0, 3) == 0:
		var type := _item_type()
		var typed := Array([], type, &"Node" if type == TYPE_OBJECT else &"", null)
		for i in _rng.randi_range(0, 4):
			typed.append(_node if type == TYPE_OBJECT else _of_type(type))
		return typed
	var array := []
	if depth > 0:
		for i in _rng.randi_range(0, 4):
			array.append(_any(depth - 1))
	return array


func _dictionary(depth: int) -> Dictionary:
	if _rng.randi_range(0, 3) == 0:
		var typed: Dictionary[String, Vector2] = {}
		for i in _rng.randi_range(0, 4):
			typed[_text()] = _of_type(TYPE_VECTOR2)
		return typed
	var dictionary := {}
	if depth > 0:
		for i in _rng.randi_range(0, 4):
			dictionary[_of_type([TYPE_INT, TYPE_STRING, TYPE_VECTOR2I, TYPE_RID][i])] = _any(depth - 1)
	return dictionary


## One that comes back as it is, so that a typed Array may hold it.
func _item_type() -> int:
	var types := [TYPE_INT, TYPE_STRING, TYPE_VECTOR3, TYPE_COLOR, TYPE_OBJECT, TYPE_RID]
	return types[_rng.randi_range(0, types.size() - 1)]


func _of_type(type: int):
	match type:
		TYPE_NIL:
			return null
		TYPE_BOOL:
			return _rng.randi() % 2 == 0
		TYPE_INT:
			return _int()
		TYPE_FLOAT:
			return _float()
		TYPE_STRING:
			return _text()
		TYPE_VECTOR2:
			return Vector2(_float(), _float())
		TYPE_VECTOR2I:
			return Vector2i(_int(), _int())
		TYPE_RECT2:
			return Rect2(_of_type(TYPE_VECTOR2), _of_type(TYPE_VECTOR2))
		TYPE_RECT2I:
			return Rect2i(_of_type(TYPE_VECTOR2I), _of_type(TYPE_VECTOR2I))
		TYPE_VECTOR3:
			return Vector3(_float(), _float(), _float())
		TYPE_VECTOR3I:
			return Vector3i(_int(), _int(), _int())
		TYPE_TRANSFORM2D:
			return Transform2D(
				_of_type(TYPE_VECTOR2), _of_type(TYPE_VECTOR2), _of_type(TYPE_VECTOR2)
			)
		TYPE_VECTOR4:
			return Vector4(_float(), _float(), _float(), _float())
		TYPE_VECTOR4I:
			return Vector4i(_int(), _int(), _int(), _int())
		TYPE_PLANE:
			return Plane(_float(), _float(), _float(), _float())
		TYPE_QUATERNION:
			return Quaternion(_float(), _float(), _float(), _float())
		TYPE_AABB:
			return AABB(_of_type(TYPE_VECTOR3), _of_type(TYPE_VECTOR3))
		TYPE_BASIS:
			return Basis(_of_type(TYPE_VECTOR3), _of_type(TYPE_VECTOR3), _of_type(TYPE_VECTOR3))
		TYPE_TRANSFORM3D:
			return Transform3D(_of_type(TYPE_BASIS), _of_type(TYPE_VECTOR3))
		TYPE_PROJECTION:
			return Projection(
				_of_type(TYPE_VECTOR4),
				_of_type(TYPE_VECTOR4),
				_of_type(TYPE_VECTOR4),
				_of_type(TYPE_VECTOR4)
			)
		TYPE_COLOR:
			return Color(_float(), _float(), _float(), _float())
		TYPE_STRING_NAME:
			return StringName(_text())
		TYPE_NODE_PATH:
			return NodePath(["", "a", "../b", "/root/c:position:x"][_rng.randi_range(0, 3)])
		TYPE_RID:
			return rid_from_int64(_int())
		TYPE_OBJECT:
			return [self, _node, RefCounted.new()][_rng.randi_range(0, 2)]
		TYPE_CALLABLE:
			return _callable()
		TYPE_SIGNAL:
			return [Signal(), rang, Signal(_node, &"ready")][_rng.randi_range(0, 2)]
		TYPE_PACKED_BYTE_ARRAY:
			return PackedByteArray(_some(TYPE_INT).map(func(n): return n & 255))
		TYPE_PACKED_INT32_ARRAY:
			return PackedInt32Array(_some(TYPE_INT))
		TYPE_PACKED_INT64_ARRAY:
			return PackedInt64Array(_some(TYPE_INT))
		TYPE_PACKED_FLOAT32_ARRAY:
			return PackedFloat32Array(_some(TYPE_FLOAT))
		TYPE_PACKED_FLOAT64_ARRAY:
			return PackedFloat64Array(_some(TYPE_FLOAT))
		TYPE_PACKED_STRING_ARRAY:
			return PackedStringArray(_some(TYPE_STRING))
		TYPE_PACKED_VECTOR2_ARRAY:
			return PackedVector2Array(_some(TYPE_VECTOR2))
		TYPE_PACKED_VECTOR3_ARRAY:
			return PackedVector3Array(_some(TYPE_VECTOR3))
		TYPE_PACKED_COLOR_ARRAY:
			return PackedColorArray(_some(TYPE_COLOR))
		TYPE_PACKED_VECTOR4_ARRAY:
			return PackedVector4Array(_some(TYPE_VECTOR4))
		TYPE_ARRAY:
			return []
		TYPE_DICTIONARY:
			return {}
	assert(false, "there is a new type: %s" % type_string(type))


func _some(type: int) -> Array:
	return range(_rng.randi_range(0, 5)).map(func(_i): return _of_type(type))


## Of any number of bits, up to the sign.
func _int() -> int:
	return ((_rng.randi() << 32) | _rng.randi()) >> _rng.randi_range(0, 63)


func _float() -> float:
	match _rng.randi_range(0, 9):
		0:
			return [0.0, -0.0, INF, -INF][_rng.randi_range(0, 3)]
		1:
			return float(_rng.randi_range(-9, 9))
	return _rng.randfn(0.0, 1000.0)


func _text() -> String:
	var text := ""
	for i in _rng.randi_range(0, 8):
		text += String.chr([0x41, 0xe9, 0x4e16, 0x1f642][_rng.randi_range(0, 3)] + _rng.randi_range(0, 9))
	return text


func _callable() -> Callable:
	var plain := Callable(self, &"echo")
	match _rng.randi_range(0, 4):
		0:
			return Callable()
		1:
			return plain.bind(_int(), _text())
		2:
			return plain.unbind(2)
		3:
			return func(): return 1
	return plain


## What differs between two lists of values; empty when nothing does.
func difference(a: Array, b: Array) -> String:
	if a.size() != b.size():
		return "%d values became %d" % [a.size(), b.size()]
	for i in a.size():
		if not _is_same(a[i], b[i]):
			return "%s became %s" % [var_to_str(a[i]), var_to_str(b[i])]
	return ""


func _is_same(a, b) -> bool:
	# What JavaScript has one type for comes back as that: the exceptions.
	if a is StringName or a is NodePath:
		return b is String and String(a) == b
	if a is float and b is int:
		return is_finite(a) and a == floorf(a) and a == b
	if typeof(a) != typeof(b):
		return false
	if a is Array:
		return a.is_same_typed(b) and difference(a, b).is_empty()
	if a is Dictionary:
		return (
			a.is_same_typed(b)
			and difference(a.keys(), b.keys()).is_empty()
			and difference(a.values(), b.values()).is_empty()
		)
	if a is Object or a is Callable or a is Signal or a is RID:
		return a == b
	# To the bit, the sign of a zero included.
	return var_to_bytes(a) == var_to_bytes(b)
