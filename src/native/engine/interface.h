// The engine's C interface: one table of function pointers, filled once when the library is loaded.
#pragma once

#include <gdextension_interface.h>

// The engine's own name for it is spelled unlike all others.
using GDExtensionInterfaceEditorHelpLoadXmlFromUtf8CharsAndLen =
    GDExtensionsInterfaceEditorHelpLoadXmlFromUtf8CharsAndLen;

namespace godot_ts::engine {

// X(name in get_proc_address, name of the type)
#define GODOT_TS_INTERFACE(X)                                                                    \
  X(array_operator_index, ArrayOperatorIndex)                                                    \
  X(array_operator_index_const, ArrayOperatorIndexConst)                                         \
  X(callable_custom_create2, CallableCustomCreate2)                                              \
  X(callable_custom_get_userdata, CallableCustomGetUserData)                                     \
  X(classdb_construct_object2, ClassdbConstructObject2)                                          \
  X(classdb_get_class_tag, ClassdbGetClassTag)                                                   \
  X(classdb_get_method_bind, ClassdbGetMethodBind)                                               \
  X(classdb_register_extension_class5, ClassdbRegisterExtensionClass5)                           \
  X(classdb_register_extension_class_integer_constant,                                           \
    ClassdbRegisterExtensionClassIntegerConstant)                                                \
  X(classdb_register_extension_class_method, ClassdbRegisterExtensionClassMethod)                \
  X(classdb_register_extension_class_property, ClassdbRegisterExtensionClassProperty)            \
  X(classdb_register_extension_class_property_group, ClassdbRegisterExtensionClassPropertyGroup) \
  X(classdb_register_extension_class_property_indexed,                                           \
    ClassdbRegisterExtensionClassPropertyIndexed)                                                \
  X(classdb_register_extension_class_property_subgroup,                                          \
    ClassdbRegisterExtensionClassPropertySubgroup)                                               \
  X(classdb_register_extension_class_signal, ClassdbRegisterExtensionClassSignal)                \
  X(classdb_register_extension_class_virtual_method, ClassdbRegisterExtensionClassVirtualMethod) \
  X(classdb_unregister_extension_class, ClassdbUnregisterExtensionClass)                         \
  X(dictionary_operator_index, DictionaryOperatorIndex)                                          \
  X(editor_help_load_xml_from_utf8_chars_and_len, EditorHelpLoadXmlFromUtf8CharsAndLen)          \
  X(get_variant_from_type_constructor, GetVariantFromTypeConstructor)                            \
  X(get_variant_to_type_constructor, GetVariantToTypeConstructor)                                \
  X(global_get_singleton, GlobalGetSingleton)                                                    \
  X(object_call_script_method, ObjectCallScriptMethod)                                           \
  X(object_cast_to, ObjectCastTo)                                                                \
  X(object_destroy, ObjectDestroy)                                                               \
  X(object_get_class_name, ObjectGetClassName)                                                   \
  X(object_get_instance_binding, ObjectGetInstanceBinding)                                       \
  X(object_get_instance_from_id, ObjectGetInstanceFromId)                                        \
  X(object_get_instance_id, ObjectGetInstanceId)                                                 \
  X(object_has_script_method, ObjectHasScriptMethod)                                             \
  X(object_method_bind_call, ObjectMethodBindCall)                                               \
  X(object_method_bind_ptrcall, ObjectMethodBindPtrcall)                                         \
  X(object_set_instance, ObjectSetInstance)                                                      \
  X(object_set_instance_binding, ObjectSetInstanceBinding)                                       \
  X(packed_byte_array_operator_index_const, PackedByteArrayOperatorIndexConst)                   \
  X(packed_color_array_operator_index_const, PackedColorArrayOperatorIndexConst)                 \
  X(packed_float32_array_operator_index_const, PackedFloat32ArrayOperatorIndexConst)             \
  X(packed_float64_array_operator_index_const, PackedFloat64ArrayOperatorIndexConst)             \
  X(packed_int32_array_operator_index_const, PackedInt32ArrayOperatorIndexConst)                 \
  X(packed_int64_array_operator_index_const, PackedInt64ArrayOperatorIndexConst)                 \
  X(packed_string_array_operator_index_const, PackedStringArrayOperatorIndexConst)               \
  X(packed_vector2_array_operator_index_const, PackedVector2ArrayOperatorIndexConst)             \
  X(packed_vector3_array_operator_index_const, PackedVector3ArrayOperatorIndexConst)             \
  X(packed_vector4_array_operator_index_const, PackedVector4ArrayOperatorIndexConst)             \
  X(print_error_with_message, PrintErrorWithMessage)                                             \
  X(print_script_error_with_message, PrintScriptErrorWithMessage)                                \
  X(print_warning_with_message, PrintWarningWithMessage)                                         \
  X(ref_set_object, RefSetObject)                                                                \
  X(register_main_loop_callbacks, RegisterMainLoopCallbacks)                                     \
  X(string_name_new_with_utf8_chars_and_len, StringNameNewWithUtf8CharsAndLen)                   \
  X(string_new_with_latin1_chars_and_len, StringNewWithLatin1CharsAndLen)                        \
  X(string_new_with_utf8_chars_and_len, StringNewWithUtf8CharsAndLen)                            \
  X(string_operator_index, StringOperatorIndex)                                                  \
  X(string_operator_index_const, StringOperatorIndexConst)                                       \
  X(string_resize, StringResize)                                                                 \
  X(string_to_utf32_chars, StringToUtf32Chars)                                                   \
  X(string_to_utf8_chars, StringToUtf8Chars)                                                     \
  X(variant_call, VariantCall)                                                                   \
  X(variant_call_static, VariantCallStatic)                                                      \
  X(variant_can_convert_strict, VariantCanConvertStrict)                                         \
  X(variant_construct, VariantConstruct)                                                         \
  X(variant_destroy, VariantDestroy)                                                             \
  X(variant_get, VariantGet)                                                                     \
  X(variant_get_object_instance_id, VariantGetObjectInstanceId)                                  \
  X(variant_get_ptr_builtin_method, VariantGetPtrBuiltinMethod)                                  \
  X(variant_get_ptr_constructor, VariantGetPtrConstructor)                                       \
  X(variant_get_ptr_destructor, VariantGetPtrDestructor)                                         \
  X(variant_get_ptr_getter, VariantGetPtrGetter)                                                 \
  X(variant_get_ptr_internal_getter, GetVariantGetInternalPtrFunc)                               \
  X(variant_get_ptr_operator_evaluator, VariantGetPtrOperatorEvaluator)                          \
  X(variant_get_ptr_utility_function, VariantGetPtrUtilityFunction)                              \
  X(variant_get_type_name, VariantGetTypeName)                                                   \
  X(variant_new_copy, VariantNewCopy)                                                            \
  X(variant_set, VariantSet)                                                                     \
  X(variant_stringify, VariantStringify)

struct Interface {
#define GODOT_TS_DECLARE(name, Type) GDExtensionInterface##Type name = nullptr;
  GODOT_TS_INTERFACE(GODOT_TS_DECLARE)
#undef GODOT_TS_DECLARE
};

// The functions, and this library's identity towards the engine.
extern Interface api;
extern GDExtensionClassLibraryPtr library;

// Fills `api`. Returns the first function the engine lacks, or nullptr when it has them all.
const char *load_interface(GDExtensionInterfaceGetProcAddress get_proc_address,
                           GDExtensionClassLibraryPtr library);

}  // namespace godot_ts::engine
