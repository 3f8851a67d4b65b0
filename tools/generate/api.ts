import { readFile } from "node:fs/promises";

/**
 * The engine's own description of itself: what `godot --dump-extension-api-with-docs` writes.
 * Only the parts that the generator reads are typed. Descriptions are in BBCode; a dump made without
 * documentation has none.
 */
export interface Api {
  readonly header: {
    readonly version_major: number;
    readonly version_minor: number;
    readonly version_patch: number;
    readonly precision: "single" | "double";
  };
  readonly builtin_class_member_offsets: readonly ApiMemberOffsets[];
  readonly global_constants: readonly ApiConstant[];
  readonly global_enums: readonly ApiEnum[];
  readonly utility_functions: readonly ApiUtility[];
  readonly builtin_classes: readonly ApiBuiltinClass[];
  readonly classes: readonly ApiClass[];
  readonly singletons: readonly { readonly name: string; readonly type: string }[];
  /** Structures in C, each with its fields: `float left;float right`. */
  readonly native_structures: readonly { readonly name: string; readonly format: string }[];
}

/** Where the members of the builtin types lie in memory, for one way of building the engine. */
export interface ApiMemberOffsets {
  readonly build_configuration: string;
  readonly classes: readonly {
    readonly name: string;
    readonly members: readonly {
      readonly member: string;
      readonly offset: number;
      readonly meta: string;
    }[];
  }[];
}

export interface ApiConstant {
  readonly name: string;
  readonly value: number;
  readonly description?: string;
}

export interface ApiEnum {
  readonly name: string;
  readonly is_bitfield?: boolean;
  readonly values: readonly ApiConstant[];
}

export interface ApiArgument {
  readonly name: string;
  readonly type: string;
  /** The C++ width of a number (`uint64`), or `required` for an object that is never null. */
  readonly meta?: string;
  readonly default_value?: string;
}

export interface ApiReturn {
  readonly type: string;
  readonly meta?: string;
}

export interface ApiMethod {
  readonly name: string;
  readonly is_const: boolean;
  readonly is_static: boolean;
  readonly is_vararg: boolean;
  readonly is_virtual: boolean;
  /** Of a virtual method: the engine has nothing in its place. */
  readonly is_required?: boolean;
  readonly hash?: number;
  readonly return_value?: ApiReturn;
  readonly arguments?: readonly ApiArgument[];
  readonly description?: string;
}

export interface ApiProperty {
  readonly name: string;
  readonly type: string;
  readonly setter?: string;
  readonly getter?: string;
  readonly index?: number;
  readonly description?: string;
}

export interface ApiSignal {
  readonly name: string;
  readonly arguments?: readonly ApiArgument[];
  readonly description?: string;
}

export interface ApiClass {
  readonly name: string;
  readonly inherits?: string;
  readonly is_refcounted: boolean;
  readonly is_instantiable: boolean;
  readonly brief_description?: string;
  readonly description?: string;
  readonly methods?: readonly ApiMethod[];
  readonly properties?: readonly ApiProperty[];
  readonly signals?: readonly ApiSignal[];
  readonly constants?: readonly ApiConstant[];
  readonly enums?: readonly ApiEnum[];
}

export interface ApiUtility {
  readonly name: string;
  readonly return_type?: string;
  readonly is_vararg: boolean;
  readonly hash: number;
  readonly arguments?: readonly ApiArgument[];
  readonly description?: string;
}

export interface ApiBuiltinClass {
  readonly name: string;
  readonly brief_description?: string;
  readonly description?: string;
  readonly members?: readonly {
    readonly name: string;
    readonly type: string;
    readonly description?: string;
  }[];
  readonly constants?: readonly {
    readonly name: string;
    readonly type: string;
    readonly value: string;
    readonly description?: string;
  }[];
  readonly enums?: readonly ApiEnum[];
  readonly constructors?: readonly {
    readonly arguments?: readonly ApiArgument[];
    readonly description?: string;
  }[];
  readonly operators?: readonly ApiOperator[];
  readonly methods?: readonly ApiBuiltinMethod[];
  /** What `value[index]` gives. */
  readonly indexing_return_type?: string;
}

export interface ApiOperator {
  /** As it is written: `==`, `unary-`, `in`. */
  readonly name: string;
  readonly right_type?: string;
  readonly return_type: string;
  readonly description?: string;
}

export interface ApiBuiltinMethod {
  readonly name: string;
  readonly is_const: boolean;
  readonly is_static: boolean;
  readonly is_vararg: boolean;
  readonly hash: number;
  readonly description?: string;
  readonly return_type?: string;
  readonly arguments?: readonly ApiArgument[];
}

/** Reads a dump. Throws where the file is missing or is not a dump of the engine's API. */
export async function readApi(path: string): Promise<Api> {
  const api: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!isApi(api)) throw new TypeError(`${path} is not a dump of Godot's extension API`);
  return api;
}

function isApi(value: unknown): value is Api {
  return typeof value === "object" && value !== null && "classes" in value && "header" in value;
}
