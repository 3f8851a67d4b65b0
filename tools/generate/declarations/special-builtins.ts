/**
 * Signatures of methods of the builtin types that say more than the dump knows, by type and engine
 * name: items of the handle's own type, and integers of which any of the 64 bits may be set.
 */
export const specialBuiltins: Readonly<Record<string, string>> = {
  "Array.all": "(method: Callable | ((item: T) => unknown)): boolean",
  "Array.any": "(method: Callable | ((item: T) => unknown)): boolean",
  "Array.append": "(value: T): void",
  "Array.append_array": "(array: ArrayInput<T>): void",
  "Array.assign": "(array: ArrayInput<T>): void",
  "Array.back": "(): T | null",
  "Array.bsearch": "(value: T, before?: boolean): number",
  "Array.bsearch_custom":
    "(value: T, func: Callable | ((a: T, b: T) => boolean), before?: boolean): number",
  "Array.count": "(value: T): number",
  "Array.duplicate": "(deep?: boolean): GodotArray<T>",
  "Array.duplicate_deep": "(deepSubresourcesMode?: Resource.DeepDuplicateMode): GodotArray<T>",
  "Array.erase": "(value: T): void",
  "Array.fill": "(value: T): void",
  "Array.filter": "(method: Callable | ((item: T) => unknown)): GodotArray<T>",
  "Array.find": "(what: T, from?: number): number",
  "Array.find_custom": "(method: Callable | ((item: T) => unknown), from?: number): number",
  "Array.front": "(): T | null",
  "Array.get_typed_builtin": "(): Variant.Type",
  "Array.get_typed_script": "(): Script | null",
  "Array.has": "(value: T): boolean",
  "Array.insert": "(position: number, value: T): Error",
  "Array.map":
    "<R extends VariantInput = Variant>(method: Callable | ((item: T) => R)): GodotArray<Stored<R>>",
  "Array.max": "(): T | null",
  "Array.min": "(): T | null",
  "Array.pick_random": "(): T | null",
  "Array.pop_at": "(position: number): T | null",
  "Array.pop_back": "(): T | null",
  "Array.pop_front": "(): T | null",
  "Array.push_back": "(value: T): void",
  "Array.push_front": "(value: T): void",
  "Array.reduce":
    "<R extends Variant = Variant>(method: Callable | ((accum: R, item: T) => R), accum?: R): R",
  "Array.resize": "(size: number): Error",
  "Array.rfind": "(what: T, from?: number): number",
  "Array.rfind_custom": "(method: Callable | ((item: T) => unknown), from?: number): number",
  "Array.slice": "(begin: number, end?: number, step?: number, deep?: boolean): GodotArray<T>",
  "Array.sort_custom": "(func: Callable | ((a: T, b: T) => boolean)): void",

  "Dictionary.assign": "(dictionary: DictionaryInput<K, V>): void",
  "Dictionary.duplicate": "(deep?: boolean): Dictionary<K, V>",
  "Dictionary.duplicate_deep":
    "(deepSubresourcesMode?: Resource.DeepDuplicateMode): Dictionary<K, V>",
  "Dictionary.erase": "(key: K): boolean",
  "Dictionary.find_key": "(value: V): K | null",
  "Dictionary.get_or_add": "(key: K, default_?: V): V",
  "Dictionary.get_typed_key_builtin": "(): Variant.Type",
  "Dictionary.get_typed_key_script": "(): Script | null",
  "Dictionary.get_typed_value_builtin": "(): Variant.Type",
  "Dictionary.get_typed_value_script": "(): Script | null",
  "Dictionary.has": "(key: K): boolean",
  "Dictionary.has_all": "(keys: ArrayInput<K>): boolean",
  "Dictionary.merge": "(dictionary: DictionaryInput<K, V>, overwrite?: boolean): void",
  "Dictionary.merged": "(dictionary: DictionaryInput<K, V>, overwrite?: boolean): Dictionary<K, V>",

  "Callable.get_object_id": "(): number | bigint",
  "RID.get_id": "(): number | bigint",
  "Signal.get_connections": "(): GodotArray<Dictionary<string>>",
  "Signal.get_object_id": "(): number | bigint",

  "PackedByteArray.compress":
    "(self: Uint8Array, compressionMode?: FileAccess.CompressionMode): Uint8Array",
  "PackedByteArray.decode_s64": "(self: Uint8Array, byteOffset: number): number | bigint",
  "PackedByteArray.decode_u64": "(self: Uint8Array, byteOffset: number): number | bigint",
  "PackedByteArray.decompress":
    "(self: Uint8Array, bufferSize: number, compressionMode?: FileAccess.CompressionMode): Uint8Array",
  "PackedByteArray.decompress_dynamic":
    "(self: Uint8Array, maxOutputSize: number, compressionMode?: FileAccess.CompressionMode): Uint8Array",
  "PackedInt64Array.get": "(self: BigInt64Array, index: number): number | bigint",
  "String.bin_to_int": "(self: string): number | bigint",
  "String.hex_to_int": "(self: string): number | bigint",
  "String.to_int": "(self: string): number | bigint",
  "StringName.bin_to_int": "(self: string): number | bigint",
  "StringName.hex_to_int": "(self: string): number | bigint",
  "StringName.to_int": "(self: string): number | bigint",
};
