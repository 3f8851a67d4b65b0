import type { ApiClass, ApiMethod, ApiProperty } from "./api";

/**
 * How a property is read or written.
 *
 * - `method`: by a method of the class or of an ancestor.
 * - `hidden`: by a method that the dump leaves out (its name starts with an underscore), whose
 *   hash is known all the same, because a hash says no more than the signature.
 * - `generic`: through `Object.get` and `Object.set`, which know every property by its name.
 */
export type Accessor =
  | { readonly by: "method"; readonly method: ApiMethod }
  | { readonly by: "hidden"; readonly engineName: string; readonly hash: number }
  | { readonly by: "generic" };

export interface PropertyModel {
  readonly api: ApiProperty;
  readonly getter: Accessor;
  /** Absent when the property can only be read. */
  readonly setter: Accessor | undefined;
  /** The dump's type of what is read. */
  readonly type: string;
}

/**
 * Finds the accessors of a property among the methods that its class can be called by.
 * Returns nothing for a property that cannot be read: one of a group's own (`a/b`) or without getter.
 */
export function propertyModel(
  property: ApiProperty,
  methods: ReadonlyMap<string, ApiMethod>,
  hiddenSetters: HiddenSetters,
): PropertyModel | undefined {
  if (property.name.includes("/") || !property.getter) return undefined;

  const getterMethod = methods.get(property.getter);
  const setterMethod = property.setter ? methods.get(property.setter) : undefined;
  const type = getterMethod?.return_value?.type ?? firstType(property.type);
  const getter: Accessor = getterMethod ? { by: "method", method: getterMethod } : generic;

  let setter: Accessor | undefined;
  if (setterMethod) setter = { by: "method", method: setterMethod };
  else if (property.setter) {
    const hash = getterMethod && property.index === undefined && hiddenSetters.hashOf(type);
    setter = hash ? { by: "hidden", engineName: property.setter, hash } : generic;
  }
  return { api: property, getter, setter, type };
}

const generic: Accessor = { by: "generic" };

/** Properties list the classes they allow (`Texture2D,-ViewportTexture`): the first is the widest. */
function firstType(type: string): string {
  const [first = "Variant"] = type.split(",");
  return first.replace(/^typedarray::\d+\/\d+:.*/, "Array");
}

/**
 * The hashes of setters that the dump leaves out, such as `Control._set_position`.
 *
 * The engine makes the hash of a method from its signature alone: two methods that take one Vector2
 * and return nothing share it. Ints are left out, since an enum's name would be part of the hash.
 */
export class HiddenSetters {
  readonly #hashes = new Map<string, number>();

  constructor(classes: readonly ApiClass[]) {
    for (const method of classes.flatMap((each) => each.methods ?? [])) {
      const [argument, ...more] = method.arguments ?? [];
      if (argument === undefined || more.length > 0 || argument.default_value !== undefined)
        continue;
      if (method.return_value || method.is_const || method.is_static || method.is_vararg) continue;
      if (method.is_virtual || method.hash === undefined || argument.type === "int") continue;
      this.#hashes.set(argument.type, method.hash);
    }
  }

  /** The hash of a method that takes one value of this type and returns nothing, if one is known. */
  hashOf(type: string): number | undefined {
    return this.#hashes.get(type);
  }
}
