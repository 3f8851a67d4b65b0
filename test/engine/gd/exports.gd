@tool
extends Node
## Every annotation of GDScript that exports a property, on each kind of type it takes.

enum Mood { CALM, VERY_ANGRY = 5 }

@export var a_bool: bool
@export var an_int: int
@export var a_float: float
@export var a_string: String
@export var a_string_name: StringName
@export var a_node_path: NodePath
@export var a_vector: Vector2
@export var a_vector_of_ints: Vector2i
@export var a_rect: Rect2
@export var a_rect_of_ints: Rect2i
@export var a_vector_in_space: Vector3
@export var a_vector_in_space_of_ints: Vector3i
@export var a_transform: Transform2D
@export var a_long_vector: Vector4
@export var a_long_vector_of_ints: Vector4i
@export var a_plane: Plane
@export var a_quaternion: Quaternion
@export var an_aabb: AABB
@export var a_basis: Basis
@export var a_transform_in_space: Transform3D
@export var a_projection: Projection
@export var a_color: Color
@export var a_rid: RID
@export var a_callable: Callable
@export var a_signal: Signal
@export var a_node: Label
@export var a_resource: Texture2D
@export var an_enum: Mood
@export var an_engine_enum: Node.ProcessMode
@export var a_global_enum: Key
@export var an_array: Array
@export var an_array_of_ints: Array[int]
@export var an_array_of_vectors: Array[Vector2]
@export var an_array_of_nodes: Array[Label]
@export var an_array_of_resources: Array[Texture2D]
@export var an_array_of_an_enum: Array[Mood]
@export var an_array_of_anything: Array[Variant]
@export var a_dictionary: Dictionary
@export var a_dictionary_of_ints: Dictionary[String, int]
@export var a_dictionary_of_resources: Dictionary[int, Texture2D]
@export var a_dictionary_of_nodes: Dictionary[Mood, Label]
@export var a_dictionary_by_anything: Dictionary[Variant, float]
@export var packed_bytes: PackedByteArray
@export var packed_ints: PackedInt32Array
@export var packed_longs: PackedInt64Array
@export var packed_floats: PackedFloat32Array
@export var packed_doubles: PackedFloat64Array
@export var packed_strings: PackedStringArray
@export var packed_vectors: PackedVector2Array
@export var packed_vectors_in_space: PackedVector3Array
@export var packed_long_vectors: PackedVector4Array
@export var packed_colors: PackedColorArray

@export_range(1, 100) var range_of_ints: int
@export_range(0, 1) var range_of_floats: float
@export_range(-1.5, 1e6, 0.01, "or_greater", "or_less", "exp", "suffix:m") var range_of_metres: float
@export_range(-180, 180, 0.1, "radians_as_degrees") var range_of_angles: float
@export_range(0, 360, 1, "degrees", "hide_control") var range_of_degrees: float
@export_range(0, 8, 2, "prefer_slider") var range_of_steps: int
@export_range(0, 1, 0.1) var range_in_array: Array[float]
@export_range(0, 1, 0.1) var range_in_packed_array: PackedFloat32Array

@export_enum("Slow", "Fast") var enum_of_strings: String
@export_enum("Warrior:3", "Magician:5") var enum_of_ints: int
@export_enum("Warrior:3", "Magician:5") var enum_in_array: Array[int]
@export_enum("Slow", "Fast") var enum_in_packed_array: PackedStringArray
@export_flags("Fire", "Water") var flags_by_name: int
@export_flags("Fire:4", "Water:8") var flags_by_value: int
@export_flags_2d_navigation var layers_a: int
@export_flags_2d_physics var layers_b: int
@export_flags_2d_render var layers_c: int
@export_flags_3d_navigation var layers_d: int
@export_flags_3d_physics var layers_e: int
@export_flags_3d_render var layers_f: int
@export_flags_avoidance var layers_g: int

@export_exp_easing var easing: float
@export_exp_easing("attenuation", "positive_only") var easing_of_sound: float
@export_color_no_alpha var opaque: Color
@export_color_no_alpha var opaque_in_array: Array[Color]
@export_color_no_alpha var opaque_in_packed_array: PackedColorArray

@export_dir var dir: String
@export_file var file: String
@export_file("*.png", "*.jpg") var file_of_type: String
@export_file("*.png") var file_in_array: Array[String]
@export_file("*.png") var file_in_packed_array: PackedStringArray
@export_file_path("*.png") var file_path: String
@export_global_dir var global_dir: String
@export_global_file("*.txt") var global_file: String
@export_node_path var path_of_any_node: NodePath
@export_node_path("Label", "Button") var path_of_node: NodePath
@export_node_path("Label") var path_in_array: Array[NodePath]

@export_multiline var lines: String
@export_multiline("monospace", "no_wrap") var lines_of_code: String
@export_multiline var lines_in_packed_array: PackedStringArray
@export_placeholder("Name") var with_placeholder: String

@export_storage var stored_only: int
@export_tool_button("Shuffle") var button: Callable = func() -> void: pass
@export_tool_button("Shuffle", "Reload") var button_with_icon: Callable = func() -> void: pass

@export_custom(PROPERTY_HINT_ENUM_SUGGESTION, "red,green") var suggestion: String
@export_custom(PROPERTY_HINT_LINK, "suffix:m") var linked: Vector3
@export_custom(PROPERTY_HINT_SAVE_FILE, "*.txt") var save_file: String
@export_custom(PROPERTY_HINT_GLOBAL_SAVE_FILE, "*.txt") var global_save_file: String
@export_custom(PROPERTY_HINT_EXPRESSION, "") var expression: String
@export_custom(PROPERTY_HINT_OBJECT_ID, "Node") var object_id: int
@export_custom(PROPERTY_HINT_TYPE_STRING, "Node") var class_of: String
@export_custom(PROPERTY_HINT_LOCALE_ID, "") var locale: String
@export_custom(PROPERTY_HINT_LOCALIZABLE_STRING, "") var translations: Dictionary
@export_custom(PROPERTY_HINT_HIDE_QUATERNION_EDIT, "") var rotation_only: Quaternion
@export_custom(PROPERTY_HINT_PASSWORD, "Password") var hidden: String
@export_custom(PROPERTY_HINT_ONESHOT, "") var playing: bool
@export_custom(PROPERTY_HINT_GROUP_ENABLE, "checkbox_only") var is_enabled: bool
@export_custom(PROPERTY_HINT_INPUT_NAME, "show_builtin,loose_mode") var action: String
@export_custom(PROPERTY_HINT_NONE, "suffix:m") var depth: int
@export_custom(PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_READ_ONLY) var read_only: int
@export_custom(PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE) var neither: int
@export_custom(
	PROPERTY_HINT_NONE, "",
	PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_UPDATE_ALL_IF_MODIFIED | PROPERTY_USAGE_SECRET
) var secret: int
