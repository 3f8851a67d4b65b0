/**
 * Signatures that say more than the dump knows, by class and engine name.
 *
 * Three reasons are good enough: the caller knows which class it will be (`getNode<Label>`), the
 * result is of the class it was asked of (`duplicate`), or null comes only of the caller's own
 * mistake, which the engine reports (`getTree` outside the tree).
 */
export const specialMethods: Readonly<Record<string, string>> = {
  "Node.duplicate": "(flags?: number): this",
  "Node.find_child":
    "<T extends Node = Node>(pattern: string, recursive?: boolean, owned?: boolean): T | null",
  "Node.find_parent": "<T extends Node = Node>(pattern: string): T | null",
  "Node.get_child": "<T extends Node = Node>(idx: number, includeInternal?: boolean): T",
  "Node.get_node": "<T extends Node = Node>(path: string): T",
  "Node.get_node_or_null": "<T extends Node = Node>(path: string): T | null",
  "Node.get_parent": "<T extends Node = Node>(): T | null",
  "Node.get_tree": "(): SceneTree",
  "Node.get_viewport": "(): Viewport",
  "Node.get_window": "(): Window",
  "Object.connect":
    "(signal: string, callable: CallableInput, flags?: Object.ConnectFlags | 0): Error",
  "PackedScene.instantiate": "<T extends Node = Node>(editState?: PackedScene.GenEditState): T",
  "Resource.duplicate": "(deep?: boolean): this",
  "ResourceLoader.load":
    "<T extends Resource = Resource>(path: string, typeHint?: string, cacheMode?: ResourceLoader.CacheMode): T | null",
  "ResourceLoader.load_threaded_get": "<T extends Resource = Resource>(path: string): T | null",
  "SceneTree.get_root": "(): Window",
};

/** Members that the dump leaves out, by class. */
export const specialMembers: Readonly<Record<string, readonly string[]>> = {
  Object: [
    "/**",
    " * Frees the object at once. Any later use of it throws a {@link FreedObjectError}.",
    " *",
    " * Throws while the engine calls one of the object's own methods, such as `_process`, or emits one",
    " * of its signals (that last not in a release export): the engine goes on with it afterwards.",
    " *",
    " * When to use: for objects that are neither nodes in the tree (`queueFree`) nor RefCounted,",
    " * which goes by itself and throws here.",
    " */",
    "free(): void;",
  ],
};

/** Types of properties that are never null, for the same reason. */
export const specialProperties: Readonly<Record<string, string>> = {
  "SceneTree.root": "Window",
};

/** Utility functions whose dump says `Variant` where much more is known. */
export const specialUtilities: Readonly<Record<string, readonly string[]>> = {
  abs: numericOverloads("x"),
  ceil: numericOverloads("x"),
  clamp: numericOverloads("value", "min", "max"),
  floor: numericOverloads("x"),
  instance_from_id: ["(instanceId: number | bigint): Object | null"],
  is_instance_valid: [
    "<T extends Object>(instance: T | null | undefined): instance is T",
    "(instance: unknown): boolean",
  ],
  is_same: ["(a: VariantInput, b: VariantInput): boolean"],
  lerp: [
    "(from: number, to: number, weight: number): number",
    "<T extends Value>(from: T, to: T, weight: number): T",
  ],
  max: ["(...args: number[]): number", "(...args: VariantInput[]): Variant"],
  min: ["(...args: number[]): number", "(...args: VariantInput[]): Variant"],
  round: numericOverloads("x"),
  sign: numericOverloads("x"),
  snapped: numericOverloads("x", "step"),
  typeof: ["(variable: VariantInput): Variant.Type"],
  type_string: ["(type: Variant.Type): string"],
  weakref: ["(obj: Object | null): WeakRef"],
  wrap: numericOverloads("value", "min", "max"),
};

/** A function of numbers that takes vectors just as well, all of one type. */
function numericOverloads(...parameters: readonly string[]): readonly string[] {
  const list = (type: string) => parameters.map((name) => `${name}: ${type}`).join(", ");
  return [`(${list("number")}): number`, `<T extends Value>(${list("T")}): T`];
}
