/**
 * Signatures that say more than the dump knows, by class and engine name.
 *
 * Two reasons are good enough: the caller knows which class it will be (`getNode<Label>`), or the
 * result is of the class it was asked of (`duplicate`). For null that never comes see
 * {@link isNeverNull}.
 */
export const specialMethods: Readonly<Record<string, string>> = {
  ...named(
    ["AudioStreamPlayer", "AudioStreamPlayer2D", "AudioStreamPlayer3D"],
    "get_stream_playback",
    "<T extends AudioStreamPlayback = AudioStreamPlayback>(): T | null",
  ),
  "ClassDB.instantiate": "<T extends Object = Object>(class_: string): T | null",
  "Engine.get_main_loop": "<T extends MainLoop = SceneTree>(): T | null",
  "Engine.get_singleton": "<T extends Object = Object>(name: string): T | null",
  ...named(
    ["KinematicCollision3D", "PhysicsTestMotionResult3D"],
    "get_collider",
    "<T extends Object = Object>(collisionIndex?: number): T | null",
  ),
  ...named(
    ["KinematicCollision2D", "PhysicsTestMotionResult2D", "RayCast2D", "RayCast3D"],
    "get_collider",
    "<T extends Object = Object>(): T | null",
  ),
  ...named(
    ["ShapeCast2D", "ShapeCast3D"],
    "get_collider",
    "<T extends Object = Object>(index: number): T | null",
  ),
  "Node.duplicate": "(flags?: Node.DuplicateFlags | 0): this",
  "Node.find_child":
    "<T extends Node = Node>(pattern: string, recursive?: boolean, owned?: boolean): T | null",
  "Node.find_children":
    "<T extends Node = Node>(pattern: string, type?: string, recursive?: boolean, owned?: boolean): GodotArray<T>",
  "Node.find_parent": "<T extends Node = Node>(pattern: string): T | null",
  "Node.get_child": "<T extends Node = Node>(idx: number, includeInternal?: boolean): T",
  "Node.get_children": "<T extends Node = Node>(includeInternal?: boolean): GodotArray<T>",
  "Node.get_node": "<T extends Node = Node>(path: string): T",
  "Node.get_node_or_null": "<T extends Node = Node>(path: string): T | null",
  // Ids of objects need all 64 bits.
  "Node.get_orphan_node_ids": "(): GodotArray<number | bigint>",
  "Node.get_parent": "<T extends Node = Node>(): T | null",
  // The engine adds to the array that it is given: a copy of it would be lost.
  "OS.execute":
    "(path: string, arguments_: readonly string[], output?: GodotArray, readStderr?: boolean, openConsole?: boolean): number",
  "Object.connect":
    "(signal: string, callable: CallableInput, flags?: Object.ConnectFlags | 0): Error",
  "Object.get_script": "<T extends Script = Script>(): T | null",
  "Object.set_script": "(script: Script | null): void",
  "PackedScene.instantiate": "<T extends Node = Node>(editState?: PackedScene.GenEditState): T",
  "Resource.duplicate": "(deep?: boolean): this",
  "Resource.duplicate_deep": "(deepSubresourcesMode?: Resource.DeepDuplicateMode): this",
  "ResourceLoader.get_cached_ref": "<T extends Resource = Resource>(path: string): T | null",
  "ResourceLoader.load":
    "<T extends Resource = Resource>(path: string, typeHint?: string, cacheMode?: ResourceLoader.CacheMode): T | null",
  "ResourceLoader.load_threaded_get": "<T extends Resource = Resource>(path: string): T | null",
  "ResourceLoader.load_threaded_get_status":
    "(path: string, progress?: GodotArray): ResourceLoader.ThreadLoadStatus",
  "SceneTree.call_group_flags":
    "(flags: SceneTree.GroupCallFlags | 0, group: string, method: string, ...args: VariantInput[]): void",
  "SceneTree.get_first_node_in_group": "<T extends Node = Node>(group: string): T | null",
  "SceneTree.get_nodes_in_group": "<T extends Node = Node>(group: string): GodotArray<T>",
  "SceneTree.set_group_flags":
    "(callFlags: SceneTree.GroupCallFlags | 0, group: string, property: string, value: VariantInput): void",
  "WeakRef.get_ref": "<T extends Object = Object>(): T | null",
};

/** The same method of several classes. */
function named(
  classes: readonly string[],
  method: string,
  signature: string,
): Record<string, string> {
  return Object.fromEntries(classes.map((each) => [`${each}.${method}`, signature]));
}

/** The virtual methods of every object, which the dump leaves out. */
const objectVirtuals: readonly string[] = [
  "/**",
  " * Called for each notification, such as {@link Node.NOTIFICATION_PAUSED}. All classes that have it",
  " * are called, those that are extended first, at the object's end last: without `super`.",
  " *",
  " * The constructor takes the place of `NOTIFICATION_POSTINITIALIZE`, which does not come. A",
  " * RefCounted that the garbage collector has freed gets no `NOTIFICATION_PREDELETE`.",
  " *",
  " * @example",
  " * override _notification(what: number): void {",
  " *   if (what === Node.NOTIFICATION_PAUSED) this.engineSound.stop();",
  " * }",
  " */",
  "_notification(what: number): void;",
  "/**",
  " * Reads a property that the class has not declared; undefined says that there is none of that",
  " * name. A class that extends another is asked first, without `super`. `property` is the engine's",
  " * name.",
  " */",
  "_get(property: string): VariantInput;",
  "/**",
  " * Writes any property from outside of TypeScript: true says that it is done. A class that extends",
  " * another is asked first, without `super`.",
  " */",
  "_set(property: string, value: Variant): boolean;",
  "/**",
  " * The properties that are read by {@link Object._get | _get} and written by",
  " * {@link Object._set | _set}, for the inspector and for scenes. Those of the classes that are",
  " * extended come along by themselves. After a change call `notifyPropertyListChanged()`.",
  " *",
  " * @example",
  " * override _getPropertyList(): PropertyInfo[] {",
  ' *   return [{ name: "level", type: Variant.Type.TYPE_INT }];',
  " * }",
  " */",
  "_getPropertyList(): readonly PropertyInfo[];",
  "/**",
  " * Changes how a property is shown or stored: write to the members of `property`. All classes that",
  " * have it are called, those that are extended first, without `super`.",
  " *",
  " * @example",
  " * override _validateProperty(property: Required<PropertyInfo>): void {",
  ' *   if (property.name === "seed") property.usage |= PropertyUsageFlags.PROPERTY_USAGE_READ_ONLY;',
  " * }",
  " */",
  "_validateProperty(property: Required<PropertyInfo>): void;",
  "/** Whether the inspector offers to revert a property. */",
  "_propertyCanRevert(property: string): boolean;",
  "/** What a property is reverted to; undefined for one that is another's. */",
  "_propertyGetRevert(property: string): VariantInput;",
  "/** What `toString()`, `String(object)` and the engine's `print` show. */",
  "_toString(): string;",
];

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
    ...objectVirtuals,
  ],
};

/** Utility functions whose dump says `Variant` where much more is known. */
export const specialUtilities: Readonly<Record<string, readonly string[]>> = {
  abs: numericOverloads("x"),
  ceil: numericOverloads("x"),
  clamp: numericOverloads("value", "min", "max"),
  error_string: ["(error: Error): string"],
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
  rid_allocate_id: ["(): number | bigint"],
  round: numericOverloads("x"),
  sign: numericOverloads("x"),
  snapped: numericOverloads("x", "step"),
  type_convert: ["(variant: VariantInput, type: Variant.Type): Variant"],
  typeof: ["(variable: VariantInput): Variant.Type"],
  type_string: ["(type: Variant.Type): string"],
  weakref: ["(obj: Object | null): WeakRef"],
  wrap: numericOverloads("value", "min", "max"),
};

/** Functions that GDScript has, and the engine's global scope hasn't, as they are declared. */
export const gdscriptFunctions: Readonly<Record<string, readonly string[]>> = {
  load: [
    "/**",
    " * The resource at a path, from the cache if it was loaded before. The whole game waits meanwhile:",
    " * for what takes long use {@link ResourceLoader.loadThreadedRequest}.",
    " *",
    " * Throws an Error where there is no resource, or a broken one.",
    " *",
    " * @example",
    ' * const bullet = load<PackedScene>("res://bullet.tscn").instantiate<Node2D>();',
    " */",
    "export function load<T extends Resource = Resource>(path: string): T;",
  ],
};

/** A function of numbers that takes vectors just as well, all of one type. */
function numericOverloads(...parameters: readonly string[]): readonly string[] {
  const list = (type: string) => parameters.map((name) => `${name}: ${type}`).join(", ");
  return [`(${list("number")}): number`, `<T extends Value>(${list("T")}): T`];
}
