import type { Api, ApiBuiltinMethod, ApiMethod } from "../../../tools/generate/api";

/** A method that takes and returns nothing, but for what is given. */
export function method(name: string, more: Partial<ApiMethod> = {}): ApiMethod {
  const flags = { is_const: false, is_static: false, is_vararg: false, is_virtual: false };
  return { name, ...flags, hash: 1, ...more };
}

/** A const method of a builtin type. */
function builtinMethod(name: string, rest: Partial<ApiBuiltinMethod>): ApiBuiltinMethod {
  return { name, is_const: true, is_static: false, is_vararg: false, hash: 5, ...rest };
}

/** An engine of a few classes, with one of each kind of thing that a dump can hold. */
export const api: Api = {
  header: { version_major: 4, version_minor: 6, version_patch: 3, precision: "single" },
  builtin_class_member_offsets: [
    {
      build_configuration: "float_64",
      classes: [
        {
          name: "Vector2",
          members: [
            { member: "x", offset: 0, meta: "float" },
            { member: "y", offset: 4, meta: "float" },
          ],
        },
        {
          name: "Rect2i",
          members: [
            { member: "position", offset: 0, meta: "Vector2i" },
            { member: "size", offset: 8, meta: "Vector2i" },
          ],
        },
        {
          name: "Vector2i",
          members: [
            { member: "x", offset: 0, meta: "int32" },
            { member: "y", offset: 4, meta: "int32" },
          ],
        },
        {
          name: "Basis",
          members: [
            { member: "x", offset: 0, meta: "Vector3" },
            { member: "y", offset: 12, meta: "Vector3" },
            { member: "z", offset: 24, meta: "Vector3" },
          ],
        },
        {
          name: "Color",
          members: [
            { member: "r", offset: 0, meta: "float" },
            { member: "a", offset: 4, meta: "float" },
          ],
        },
      ],
    },
  ],
  global_constants: [],
  global_enums: [
    {
      name: "Error",
      values: [
        { name: "OK", value: 0 },
        { name: "FAILED", value: 1 },
      ],
    },
    { name: "Variant.Type", values: [{ name: "TYPE_NIL", value: 0 }] },
  ],
  utility_functions: [
    {
      name: "typeof",
      return_type: "int",
      is_vararg: false,
      hash: 11,
      arguments: [{ name: "variable", type: "Variant" }],
    },
    {
      name: "print_rich",
      is_vararg: true,
      hash: 12,
      arguments: [{ name: "arg1", type: "Variant" }],
    },
    {
      name: "deg_to_rad",
      return_type: "float",
      is_vararg: false,
      hash: 13,
      arguments: [{ name: "deg", type: "float" }],
    },
  ],
  builtin_classes: [
    {
      name: "Vector2",
      constants: [
        { name: "UP", type: "Vector2", value: "Vector2(0, -1)" },
        { name: "INF", type: "Vector2", value: "Vector2(inf, inf)" },
      ],
      enums: [{ name: "Axis", values: [{ name: "AXIS_X", value: 0 }] }],
      members: [{ name: "x", type: "float" }],
      indexing_return_type: "float",
      constructors: [{}, { arguments: [{ name: "from", type: "Vector2i" }] }],
      operators: [
        { name: "unary-", return_type: "Vector2" },
        { name: "*", right_type: "float", return_type: "Vector2" },
      ],
      methods: [
        {
          name: "limit_length",
          is_const: true,
          is_static: false,
          is_vararg: false,
          hash: 41,
          return_type: "Vector2",
          arguments: [{ name: "length", type: "float", default_value: "1.0" }],
        },
      ],
    },
    {
      name: "Basis",
      constants: [{ name: "IDENTITY", type: "Basis", value: "Basis(1, 0, 0, 0, 1, 0, 0, 0, 1)" }],
    },
    {
      name: "String",
      methods: [
        builtinMethod("begins_with", {
          return_type: "bool",
          arguments: [{ name: "text", type: "String" }],
        }),
        builtinMethod("chr", {
          is_const: false,
          is_static: true,
          return_type: "String",
          arguments: [{ name: "code", type: "int" }],
        }),
      ],
    },
    {
      name: "NodePath",
      methods: [builtinMethod("get_name_count", { return_type: "int" })],
    },
    {
      name: "Array",
      methods: [
        builtinMethod("get", { return_type: "Variant" }),
        builtinMethod("front", { return_type: "Variant" }),
        builtinMethod("clear", { is_const: false }),
      ],
    },
    {
      name: "PackedByteArray",
      indexing_return_type: "int",
      methods: [
        builtinMethod("hex_encode", { return_type: "String" }),
        builtinMethod("sort", { is_const: false }),
        builtinMethod("encode_u8", {
          is_const: false,
          arguments: [
            { name: "byte_offset", type: "int" },
            { name: "value", type: "int" },
          ],
        }),
      ],
    },
    {
      name: "PackedVector2Array",
      indexing_return_type: "Vector2",
      methods: [builtinMethod("duplicate", { return_type: "PackedVector2Array" })],
    },
  ],
  classes: [
    {
      name: "Node",
      inherits: "Object",
      is_refcounted: false,
      is_instantiable: true,
      methods: [
        method("set_process_mode", {
          hash: 21,
          arguments: [{ name: "mode", type: "enum::Node.ProcessMode" }],
        }),
        method("get_process_mode", {
          hash: 22,
          is_const: true,
          return_value: { type: "enum::Node.ProcessMode" },
        }),
        method("find_node_2d", {
          hash: 23,
          is_const: true,
          arguments: [
            { name: "default", type: "NodePath" },
            { name: "depth", type: "int", meta: "int32", default_value: "1" },
          ],
          return_value: { type: "Node" },
        }),
        method("rpc", {
          hash: 24,
          is_vararg: true,
          arguments: [{ name: "method", type: "StringName" }],
          return_value: { type: "enum::Error" },
        }),
        method("_physics_process", {
          hash: 25,
          is_virtual: true,
          arguments: [{ name: "delta", type: "float", meta: "double" }],
        }),
        method("_area_create", {
          hash: 28,
          is_virtual: true,
          is_required: true,
          return_value: { type: "RID" },
        }),
        method("set_offset", { hash: 26, arguments: [{ name: "offset", type: "Vector2" }] }),
        method("get_offset", { hash: 27, is_const: true, return_value: { type: "Vector2" } }),
      ],
      properties: [
        {
          name: "process_mode",
          type: "int",
          setter: "set_process_mode",
          getter: "get_process_mode",
        },
        { name: "offset", type: "Vector2", setter: "_set_offset", getter: "get_offset" },
        { name: "raw_data", type: "Dictionary", setter: "_set_data", getter: "_get_data" },
        { name: "instance_count", type: "int", getter: "get_instance_id" },
        { name: "group/inner", type: "int", setter: "set_inner", getter: "get_inner" },
      ],
      signals: [
        { name: "child_entered_tree", arguments: [{ name: "node", type: "Node" }] },
        { name: "ready" },
      ],
      constants: [{ name: "NOTIFICATION_READY", value: 13 }],
      enums: [
        {
          name: "ProcessMode",
          values: [
            { name: "PROCESS_MODE_INHERIT", value: 0 },
            { name: "PROCESS_MODE_ALWAYS", value: 3 },
          ],
        },
      ],
    },
    {
      name: "Object",
      is_refcounted: false,
      is_instantiable: true,
      methods: [
        method("get_instance_id", {
          hash: 31,
          is_const: true,
          return_value: { type: "int", meta: "uint64" },
        }),
      ],
    },
    {
      name: "Input",
      inherits: "Object",
      is_refcounted: false,
      is_instantiable: true,
      methods: [
        method("use", {
          is_static: true,
          arguments: [
            { name: "buffer", type: "const uint8_t*" },
            { name: "nodes", type: "typedarray::Node" },
            { name: "mask", type: "bitfield::Input.Mask" },
          ],
        }),
      ],
      enums: [{ name: "Mask", is_bitfield: true, values: [{ name: "MASK_A", value: 1 }] }],
    },
    {
      name: "Sprite",
      inherits: "Node",
      is_refcounted: false,
      is_instantiable: false,
    },
  ],
  singletons: [{ name: "Input", type: "Input" }],
  native_structures: [{ name: "AudioFrame", format: "float left;float right" }],
};
