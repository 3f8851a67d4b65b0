import type { ClassModel } from "../class-model";
import type { Accessor, PropertyModel } from "../property-model";
import { enumConstants, enumDeclaration } from "./enum-declaration";
import { indent } from "./indent";
import { methodSignature, parameterList, resultText, virtualSignature } from "./signature";
import { specialMembers, specialMethods, specialProperties } from "./special-signatures";
import { argumentText, typeText } from "./type-text";

/**
 * Declares a class of the engine.
 *
 * A singleton's class is not exported: its name is the one instance, which has the constants and
 * enums of the class too, and the name of its type.
 */
export function classDeclaration(model: ClassModel, singletons: ReadonlySet<string>): string[] {
  const { name, inherits } = model.api;
  const isSingleton = singletons.has(name);
  const className = isSingleton ? singletonClass(name) : name;
  const base = inherits && singletons.has(inherits) ? singletonClass(inherits) : inherits;

  const heading = [
    isSingleton ? "declare" : "export",
    ...(model.api.is_instantiable && !isSingleton ? [] : ["abstract"]),
    `class ${className}`,
    ...(base ? [`extends ${base}`] : []),
  ].join(" ");
  return [
    `${heading} {`,
    // Two classes with the same members are still two types.
    "  #private;",
    ...indent(memberDeclarations(model, className)),
    "}",
    ...enumNamespace(model, isSingleton ? "declare" : "export", className),
    ...(isSingleton ? singletonDeclaration(model, className) : []),
  ];
}

/** The class behind a singleton, which has the singleton's own name only as a type. */
function singletonClass(name: string): string {
  return `${name}Singleton`;
}

function memberDeclarations(model: ClassModel, className: string): string[] {
  const { api } = model;
  return [
    ...(api.constants ?? []).map(({ name, value }) => `static readonly ${name}: ${value};`),
    ...(api.enums ?? []).flatMap((each) =>
      enumConstants(each, `${className}.${each.name}`, "static readonly"),
    ),
    ...[...model.signals].map(([name, signal]) => {
      const args = parameterList(signal.arguments ?? [], "handed");
      return `readonly ${name}: Signal<[${args.join(", ")}]>;`;
    }),
    ...[...model.properties].flatMap(([name, property]) =>
      propertyDeclaration(name, property, specialProperties[`${api.name}.${property.api.name}`]),
    ),
    ...[...model.methods].map(([name, method]) => {
      const signature = specialMethods[`${api.name}.${method.name}`] ?? methodSignature(method);
      return `${method.is_static ? "static " : ""}${memberText(name)}${signature};`;
    }),
    ...(specialMembers[api.name] ?? []),
    ...[...model.virtuals].map(([name, method]) => `${name}${virtualSignature(method)};`),
  ];
}

/**
 * Declares a property by its accessors, which is what it is: a class that would hide it behind a
 * field of the same name does not compile.
 */
function propertyDeclaration(name: string, property: PropertyModel, special?: string): string[] {
  const { getter, setter } = property;
  const getterText =
    special ??
    (getter.by === "method" ? resultText(getter.method) : typeText(property.type, "out"));
  const getterLine = `get ${name}(): ${getterText};`;
  return setter
    ? [getterLine, `set ${name}(value: ${special ?? setterText(setter, property.type)});`]
    : [getterLine];
}

function setterText(setter: Accessor, type: string): string {
  const argument = setter.by === "method" ? setter.method.arguments?.at(-1) : undefined;
  return argument ? argumentText(argument, "in") : typeText(type, "in");
}

/** In a class, `new(): T` would be read as a constructor. */
function memberText(name: string): string {
  return name === "new" || name === "constructor" ? `"${name}"` : name;
}

function enumNamespace(model: ClassModel, modifier: string, className: string): string[] {
  const enums = model.api.enums ?? [];
  if (enums.length === 0) return [];
  return [
    `${modifier} namespace ${className} {`,
    ...indent(enums.flatMap((each) => enumDeclaration(each, "export "))),
    "}",
  ];
}

function singletonDeclaration(model: ClassModel, className: string): string[] {
  const { name, enums = [] } = model.api;
  return [
    `export const ${name}: ${className} & Statics<typeof ${className}>;`,
    `export type ${name} = ${className};`,
    ...(enums.length === 0
      ? []
      : [
          `export namespace ${name} {`,
          ...enums.map((each) => `  export type ${each.name} = ${className}.${each.name};`),
          "}",
        ]),
  ];
}
