// The C++ side (src/native/bridge/native_module.cpp), typed.

/** A type as the native side takes it: a Variant type, or see {@link typeCode}. */
export type TypeCode = number;

/**
 * The function by which the engine calls a member: of its first argument, with the others.
 *
 * Hot: each has code of its own, in which V8 keeps what it has learned of that member.
 */
export function invoker(
  className: string,
  member: string,
  count: number | "any number",
): AnyFunction {
  const args =
    count === "any number" ? ["...all"] : Array.from({ length: count }, (_, index) => `a${index}`);
  const source = `return (${["self", ...args].join(", ")}) =>
    self[${JSON.stringify(member)}](${args.join(", ")}); // ${className}`;
  return new Function(source)();
}

/** What an argument, a result or a property is to Godot: its PropertyInfo. */
export interface PropertyDescription {
  readonly name: string;
  readonly type: TypeCode;
  readonly className?: string;
  readonly hint?: number;
  readonly hintString?: string;
  readonly usage?: number;
}

export interface MethodDescription {
  /** What Godot calls it. */
  readonly name: string;
  /** See {@link invoker}. */
  readonly invoke: AnyFunction;
  readonly arguments: readonly PropertyDescription[];
  /** None for a method without a result, else one. */
  readonly results: readonly PropertyDescription[];
  /** Values of the last arguments, where they may be left out. */
  readonly defaults?: readonly unknown[];
  readonly isStatic?: boolean;
  readonly isVararg?: boolean;
}

export interface VirtualDescription {
  readonly name: string;
  readonly member: string;
  /** See {@link invoker}. */
  readonly invoke: AnyFunction;
  readonly arguments: readonly TypeCode[];
  readonly result: TypeCode;
}

/** A method that a class declares for scripts, which may have one of that name. */
export interface ScriptVirtualDescription {
  readonly name: string;
  readonly arguments: readonly PropertyDescription[];
  /** None for a method without a result, else one. */
  readonly results: readonly PropertyDescription[];
}

export interface ConstantDescription {
  readonly name: string;
  readonly value: number;
  /** Empty for a constant of no enum. */
  readonly enumeration: string;
  readonly isBitfield: boolean;
}

/** A heading of the inspector; what begins with the prefix is shown without it. */
export interface HeadingDescription {
  readonly kind: "group" | "subgroup";
  readonly name: string;
  readonly prefix: string;
}

/**
 * The virtual methods that every object has, by our names: only those that the class or an ancestor
 * implements. The object comes first.
 */
export interface ObjectVirtualsDescription {
  _notification?: (self: object, what: number, reversed: boolean) => void;
  /** Undefined for a property that is not the object's. */
  _get?: (self: object, property: string) => unknown;
  _set?: (self: object, property: string, value: unknown) => boolean;
  /** Of the class alone: the engine asks its ancestors itself. */
  _getPropertyList?: (self: object) => PropertyDescription[];
  /** What takes the place of the description; undefined where it stays as it is. */
  _validateProperty?: (
    self: object,
    property: PropertyDescription,
  ) => PropertyDescription | undefined;
  _propertyCanRevert?: (self: object, property: string) => boolean;
  _propertyGetRevert?: (self: object, property: string) => unknown;
  _toString?: (self: object) => string;
}

/** A class written in TypeScript, apart from where it is registered. */
export interface ClassDescription {
  readonly name: string;
  /** The class it extends, of the engine or registered before it. */
  readonly base: string;
  /** The nearest class of the engine that it extends. */
  readonly engineBase: string;
  readonly constructor: Constructor;
  readonly virtuals: readonly VirtualDescription[];
  readonly objectVirtuals: ObjectVirtualsDescription;
  readonly scriptVirtuals: readonly ScriptVirtualDescription[];
  readonly constants: readonly ConstantDescription[];
  readonly methods: readonly MethodDescription[];
  readonly signals: readonly {
    readonly name: string;
    readonly arguments: readonly PropertyDescription[];
  }[];
  readonly properties: readonly {
    readonly info: readonly [PropertyDescription];
    /** What is above it in the inspector, from here on. */
    readonly headings?: readonly HeadingDescription[];
    /** Both empty for a heading that stands for itself. */
    readonly setter: string;
    readonly getter: string;
    /** The first argument of both accessors. */
    readonly index?: number;
  }[];
  readonly icon?: string;
  readonly isAbstract?: boolean;
  /** Kept out of ClassDB's list, and so of the Create Node dialog. */
  readonly isInternal?: boolean;
  /** In the editor, instances are placeholders that run nothing. */
  readonly isRuntime?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: constructors of any class, the binding's one seam
export type Constructor = abstract new (...args: any[]) => object;
// biome-ignore lint/suspicious/noExplicitAny: functions of any signature, the binding's one seam
export type AnyFunction = (...args: any[]) => any;

/** An engine value that JavaScript holds by reference. */
export type Handle = object;

/** What the native side asks of us. None of them may throw, the ones that encode excepted. */
export interface Hooks {
  /** Defines the class of an object that is met for the first time. */
  defineClass(name: string, isRefCounted: boolean): void;
  /** The value of a math type that lies in the shared buffer. */
  decodeValue(type: number): object;
  /**
   * Makes something of the engine's out of an object that is neither wrapper nor handle: a handle,
   * or the type of the value that now lies in the shared buffer.
   */
  encodeObject(value: object): Handle | number;
  /** A packed array of strings out of an array of them, or of vectors out of their components. */
  decodePacked(type: number, raw: string[] | Float32Array): object;
  /** A handle of a packed array with those items. Throws a TypeError for a wrong one. */
  encodePacked(type: number, items: readonly unknown[]): Handle;
  /** The error for a use of a freed object. */
  freedError(
    className: string,
    instanceId: number | bigint,
    owner?: string,
    name?: string,
    property?: string,
  ): Error;
  /** The error for an argument that does not fit. */
  argumentError(
    owner: string,
    name: string,
    property: string,
    place: number,
    type: string,
    given: string,
    reason: unknown,
  ): unknown;
  /** The error for too few or too many arguments. */
  countError(
    owner: string,
    name: string,
    property: string,
    declared: number,
    required: number,
    isVararg: boolean,
    given: number,
  ): Error;
  /** The error for a call that the engine has refused. */
  refusedError(owner: string, name: string, why: string): Error;
  /** Nobody in JavaScript caught that. `where` is the member that the engine called. */
  report(error: unknown, where: string): void;
  /** The engine has reached a level of its start: 2 is its scene classes, 3 the editor. */
  initialize(level: number): void;
  /** The end of each iteration of the main loop. */
  frame(): void;
  /** Node is about to be stopped. */
  shutdown(): void;
  /** `process.exit(code)` was called, and no JavaScript is on the stack. */
  exit(code: number): void;
}

export interface Native {
  /** Through it the components of math types cross, as the engine lays them out. */
  readonly sharedBuffer: ArrayBuffer;
  /**
   * One 32-bit integer: not 0 in a call from the engine that wasn't entered by {@link enterCall}. It
   * may be written, and is put back when the call ends.
   */
  readonly runningCall: ArrayBuffer;

  /**
   * The object whose code the engine runs now: the receiver of a method, or the object in whose code a
   * function was handed to the engine; undefined when it is nobody's. What is made ambient from here on
   * is undone when the engine's call ends.
   */
  enterCall(): object | undefined;

  setHooks(hooks: Hooks): void;
  setClassTable(names: readonly string[], last: Uint16Array, refCounted: number): void;
  /** The hashes of methods of Object and RefCounted. */
  setObjectMethods(notification: number, getClass: number, getReferenceCount: number): void;

  defineClass(
    name: string,
    parent: Constructor | undefined,
    first: number,
    last: number,
    isRefCounted: boolean,
    isInstantiable: boolean,
  ): Constructor;
  registerClass(description: ClassDescription): void;
  /**
   * Makes what `new Class()` does without running the constructor, whose way through `super()` costs
   * most of it: for a registered class that has no fields of its own.
   */
  bareConstructor<C extends Constructor>(Class: C): C;
  /** Gives the editor's help the class reference of a class, as XML. For the editor only. */
  loadHelp(xml: string): void;

  method(
    owner: string,
    name: string,
    hash: number,
    flags: number,
    result: TypeCode,
    args: readonly TypeCode[],
    required: number,
    receiver: Constructor | undefined,
    /** `Timer.waitTime`: what messages say, for an accessor of a property. */
    property?: string,
  ): AnyFunction;
  /** See src/native/bridge/builtin_method.h: the receiver is `this`, or the first argument. */
  builtinMethod(
    type: TypeCode,
    name: string,
    hash: number,
    flags: number,
    result: TypeCode,
    args: readonly TypeCode[],
    required: number,
  ): AnyFunction;
  /** Takes its operands as arguments; `right` is nil where there is one. */
  builtinOperator(
    operator: number,
    left: TypeCode,
    right: TypeCode,
    flags: number,
    result: TypeCode,
  ): AnyFunction;
  /** A constructor of a math type, by its place among them. */
  builtinConstructor(
    type: TypeCode,
    index: number,
    flags: number,
    args: readonly TypeCode[],
  ): AnyFunction;
  /** Takes the value as its argument. */
  builtinGetter(type: TypeCode, member: string, flags: number, result: TypeCode): AnyFunction;
  /** Calls a method that the table doesn't have; on null, a static one. */
  callByName(
    object: object | null,
    owner: string,
    name: string,
    ...args: readonly unknown[]
  ): unknown;
  /** Calls a method of the object's script; undefined where no script has it. */
  callScriptMethod(
    object: object,
    owner: string,
    name: string,
    ...args: readonly unknown[]
  ): unknown;
  utility(
    name: string,
    hash: number,
    result: TypeCode,
    args: readonly TypeCode[],
    isVararg: boolean,
  ): AnyFunction;

  /** A singleton, wrapped as that class where its own is internal to the engine. */
  singleton(name: string, Class: Constructor): object;
  objectFromId(id: number | bigint): object | null;
  isAlive(object: unknown): boolean;
  /** The instance id of an object that is gone. */
  freedId(object: object): number | bigint | undefined;
  /** Frees an object. False while the engine calls one of its methods or emits one of its signals. */
  destroy(object: object): boolean;
  /** The wrapper has state, and stays while the engine can reach the object. */
  keep(object: object): void;
  /** Gives up our reference to a RefCounted; the wrapper lives as long as the engine holds it. */
  letGo(object: object): void;
  /**
   * The same, for an object that was made here and that nobody here needs any more: the engine frees it
   * when it doesn't need it either, not the garbage collector some day. Does nothing where the engine
   * has handed it to JavaScript, who may keep it.
   */
  leaveToEngine(object: object): void;

  /** A view of the memory at an address, which belongs to whoever gave it. */
  memory(address: bigint, length: number): ArrayBuffer;
  /** Where the bytes of an array lie, for as long as the array is there. */
  addressOf(bytes: Uint8Array): bigint;

  /** The constructor of the handles of a Variant type. */
  handleClass(type: number): Constructor;
  variantGet(handle: Handle, key: unknown): unknown;
  variantSet(handle: Handle, key: unknown, value: unknown): boolean;
  /** An Array with those items. */
  arrayFrom(items: readonly unknown[]): Handle;
  /** A Dictionary with the entries of a Map, or the members of an object. */
  dictionaryFrom(entries: object): Handle;
  /** The items of an Array; of a Dictionary key, value, key, value… */
  items(handle: Handle): unknown[];
  /** A packed array of strings, or of vectors by all their components. */
  packed(type: number, items: readonly string[] | Float32Array): Handle;
  /** Empties a handle now, not when the garbage collector comes. */
  release(handle: Handle): void;
  stringify(value: unknown): string;

  /** A Callable. */
  callable(fn: AnyFunction): Handle;
  /** The function of a Callable that is one of JavaScript's; undefined for anything else. */
  functionOf(callable: unknown): AnyFunction | undefined;
  /**
   * A Callable to connect, then to release: `onFreed` is called when the engine has dropped it. It leaves
   * `fn` to the garbage collector: JavaScript has to hold it.
   */
  listener(fn: AnyFunction, onFreed: () => void): Handle;
  /** The same, but it holds `dispatch`. */
  dispatcher(dispatch: (...args: readonly unknown[]) => void, onFreed: () => void): Handle;
  /**
   * The same, and when it was called the microtasks run, before the caller goes on.
   *
   * @param dispatchAmbient does what `dispatch` does with the one argument that is {@link ambient}: the
   * call may be one of the microtasks, and those get no arguments.
   */
  inlineDispatcher(
    dispatch: (...args: readonly unknown[]) => void,
    dispatchAmbient: () => void,
    onFreed: () => void,
  ): Handle;

  /** Emits a signal of an object, and returns true; undefined when the object has been freed. */
  emit(
    signal: Handle,
    object: object | null | undefined,
    ...args: readonly unknown[]
  ): true | undefined;

  /** Calls a function in one callback scope of Node's. */
  drain(fn: () => void): void;
  /** Whether JavaScript has run since the last drain, other than the call that asks. */
  needsDrain(): boolean;
  /**
   * There is nothing to run, and nothing is waited for: the hook `frame` is not called until JavaScript
   * is entered again, or the event loop has something.
   */
  rest(): void;
  /** One turn of the event loop that never waits. */
  turnIo(): void;
  runMicrotasks(): void;

  /** What V8 keeps for the code that runs, through its promises. Outside of a microtask that is Node's own. */
  ambient(): unknown;
  setAmbient(value: unknown): void;

  /** Prints an error (0), a warning (1) or a script error (2), as the engine prints its own. */
  print(
    kind: 0 | 1 | 2,
    description: string,
    message: string,
    fn: string,
    file: string,
    line: number,
  ): void;
}

// The parameters of the function around the bundle: src/native/host/boot.js.
declare const godotTsNative: Native;
declare const godotTsModules: Map<string, object>;
declare const godotTsReadBytes: (path: string) => Uint8Array;

export const native: Native = godotTsNative;
/** What bundles can `require`, beside Node's own modules. */
export const modules: Map<string, object> = godotTsModules;
/** A file of the engine's file system, which also reaches into an exported pack; empty if missing. */
export const readBytes: (path: string) => Uint8Array = godotTsReadBytes;
