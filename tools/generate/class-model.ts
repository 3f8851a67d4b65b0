import type { ValueTable } from "../../src/godot/api-table";
import type { Api, ApiClass, ApiMethod, ApiSignal } from "./api";
import { inheritanceOf } from "./inheritance";
import { ClaimedNames } from "./names";
import { HiddenSetters, type PropertyModel, propertyModel } from "./property-model";
import { valueTables } from "./value-table";

/** A class of the engine with our names for its members: what the table and the types are made of. */
export interface ClassModel {
  readonly api: ApiClass;
  /** Methods that can be called, by our name. */
  readonly methods: ReadonlyMap<string, ApiMethod>;
  /** Methods that the engine calls and a class in TypeScript may write, by our name. */
  readonly virtuals: ReadonlyMap<string, ApiMethod>;
  readonly properties: ReadonlyMap<string, PropertyModel>;
  /** Properties without a getter that could be called. */
  readonly skippedProperties: readonly string[];
  readonly signals: ReadonlyMap<string, ApiSignal>;
}

/** A dump, made ready to be written: as the table, as types, as the facade. */
export interface EngineModel {
  readonly api: Api;
  /** All classes, each before its descendants. */
  readonly classes: readonly ClassModel[];
  /** Where the descendants of each class end (see {@link inheritanceOf}). */
  readonly last: readonly number[];
  /** The math types, by name. */
  readonly values: Readonly<Record<string, ValueTable>>;
}

/** Names the members of every class, and finds the accessors of every property. */
export function engineModel(api: Api): EngineModel {
  const { order, last } = inheritanceOf(api.classes);
  const hiddenSetters = new HiddenSetters(api.classes);
  const claimed = new Map<string, ClaimedNames>();
  const methodsByClass = new Map<string, ReadonlyMap<string, ApiMethod>>();

  const classes = order.map((each): ClassModel => {
    const names = new ClaimedNames(claimed.get(each.inherits ?? ""));
    claimed.set(each.name, names);

    const methods = new Map<string, ApiMethod>();
    const virtuals = new Map<string, ApiMethod>();
    const callable = new Map(methodsByClass.get(each.inherits ?? ""));
    methodsByClass.set(each.name, callable);
    for (const method of each.methods ?? []) {
      const name = names.claim(method.name, "method");
      if (method.is_virtual) {
        virtuals.set(name, method);
      } else {
        methods.set(name, method);
        callable.set(method.name, method);
      }
    }

    const properties = new Map<string, PropertyModel>();
    const skippedProperties: string[] = [];
    for (const property of each.properties ?? []) {
      const model = propertyModel(property, callable, hiddenSetters);
      if (model === undefined) skippedProperties.push(property.name);
      else properties.set(names.claim(property.name, "property"), model);
    }

    const signals = new Map<string, ApiSignal>();
    for (const signal of each.signals ?? []) {
      signals.set(names.claim(signal.name, "signal"), signal);
    }

    return { api: each, methods, virtuals, properties, skippedProperties, signals };
  });
  return { api, classes, last, values: valueTables(api) };
}
