import type { ApiClass } from "../api";
import type { ClassModel } from "../class-model";
import type { Documentation } from "../documentation";
import type { Accessor, PropertyModel } from "../property-model";
import { enumConstants, enumDeclaration } from "./enum-declaration";
import { indent } from "./indent";
import { methodSignature, parameterList, resultText, virtualSignature } from "./signature";
import { specialMembers, specialMethods } from "./special-signatures";
import { argumentText, typeText } from "./type-text";

/**
 * Declares a class of the engine.
 *
 * A singleton's class is not exported: its name is the one instance, and the name of its type. The
 * instance has what others have in the class: constants, enums, static methods.
 */
export function classDeclaration(
  model: ClassModel,
  singletons: ReadonlySet<string>,
  documentation: Documentation,
): string[] {
  const { name, inherits, brief_description, description } = model.api;
  const isSingleton = singletons.has(name);
  const className = isSingleton ? singletonClass(name) : name;
  const base = inherits && singletons.has(inherits) ? singletonClass(inherits) : inherits;

  const heading = [
    isSingleton ? "declare" : "export",
    ...(model.api.is_instantiable && !isSingleton ? [] : ["abstract"]),
    `class ${className}`,
    ...(base ? [`extends ${base}`] : []),
  ].join(" ");
  const comment = documentation.class(name, brief_description, description);
  return [
    ...(isSingleton ? [] : comment),
    `${heading} {`,
    // Two classes with the same members are still two types.
    "  #private;",
    ...indent(memberDeclarations(model, className, documentation, isSingleton ? "" : "static ")),
    "}",
    ...enumNamespace(model, isSingleton ? "declare" : "export", className, documentation),
    ...(isSingleton ? [...comment, ...singletonDeclaration(model, className)] : []),
  ];
}

/** The class behind a singleton, which has the singleton's own name only as a type. */
function singletonClass(name: string): string {
  return `${name}Singleton`;
}

function memberDeclarations(
  model: ClassModel,
  className: string,
  documentation: Documentation,
  statics: "" | "static ",
): string[] {
  const { api } = model;
  const owner = api.name;
  const source = { documentation, owner };
  const accessors = accessorComments(model, documentation);
  return [
    ...(api.constants ?? []).flatMap(({ name, value, description }) => [
      ...documentation.member({ owner, kind: "constant", name, description }),
      `${statics}readonly ${name}: ${value};`,
    ]),
    ...(api.enums ?? []).flatMap((each) =>
      enumConstants(each, `${className}.${each.name}`, `${statics}readonly`, source),
    ),
    ...(statics === "" ? enumObjects(api, className) : []),
    ...[...model.signals].flatMap(([name, signal]) => {
      const args = parameterList(signal.arguments ?? [], "handed");
      return [
        ...documentation.member({ ...signal, owner, kind: "signal" }),
        `readonly ${name}: Signal<[${args.join(", ")}]>;`,
      ];
    }),
    ...[...model.properties].flatMap(([name, property]) => [
      ...documentation.member({ ...property.api, owner, kind: "property" }),
      ...propertyDeclaration(name, property, owner),
    ]),
    ...[...model.methods].flatMap(([name, method]) => {
      const signature = specialMethods[`${owner}.${method.name}`] ?? methodSignature(method, owner);
      const comment = documentation.member({ ...method, owner, kind: "method" });
      return [
        ...(method.description ? comment : [...(accessors.get(method.name) ?? comment)]),
        `${method.is_static ? statics : ""}${memberText(name)}${signature};`,
      ];
    }),
    ...(specialMembers[owner] ?? []),
    ...[...model.virtuals].flatMap(([name, method]) => [
      ...documentation.member({
        ...method,
        owner,
        kind: "method",
        note: method.is_required ? required : undefined,
      }),
      `${name}${virtualSignature(method)};`,
    ]),
  ];
}

/** The comments of methods that only read or write a property, by the engine's names. */
function accessorComments(
  { api, properties }: ClassModel,
  documentation: Documentation,
): ReadonlyMap<string, string[]> {
  return new Map(
    [...properties.values()]
      // An indexed accessor serves several properties.
      .filter((each) => each.api.index === undefined)
      .flatMap(({ api: { name, getter, setter } }) => [
        [getter ?? "", documentation.accessor(api.name, "Reads", name)] as const,
        [setter ?? "", documentation.accessor(api.name, "Sets", name)] as const,
      ]),
  );
}

const required = "A class that extends this one must have it.";

/**
 * Declares a property by its accessors, which is what it is: a class that would hide it behind a
 * field of the same name does not compile.
 */
function propertyDeclaration(name: string, property: PropertyModel, owner: string): string[] {
  const { getter, setter } = property;
  const getterText =
    getter.by === "method" ? resultText(getter.method, owner) : typeText(property.type, "out");
  const getterLine = `get ${name}(): ${getterText};`;
  return setter
    ? [getterLine, `set ${name}(value: ${setterText(setter, property.type)});`]
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

function enumNamespace(
  model: ClassModel,
  modifier: string,
  className: string,
  documentation: Documentation,
): string[] {
  const enums = model.api.enums ?? [];
  const source = { documentation, owner: model.api.name };
  if (enums.length === 0) return [];
  return [
    `${modifier} namespace ${className} {`,
    ...indent(enums.flatMap((each) => enumDeclaration(each, "export ", source))),
    "}",
  ];
}

/** The enums of a singleton, which are in no namespace that it could have. */
function enumObjects({ enums = [] }: ApiClass, className: string): string[] {
  return enums.map(({ name }) => `readonly ${name}: typeof ${className}.${name};`);
}

function singletonDeclaration(model: ClassModel, className: string): string[] {
  const { name, enums = [] } = model.api;
  return [
    `export const ${name}: ${className};`,
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
