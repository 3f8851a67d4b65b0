import type { ClassMethod, ClassProperty, Identifier, Node, TSDeclareMethod } from "@babel/types";

/** The names of a method's parameters, `this` left out. One that has no name is called `arg0`. */
export function parameterNames(method: ClassMethod | TSDeclareMethod): string[] {
  return method.params
    .map((parameter) => nameOf(parameter))
    .filter((name) => name !== "this")
    .map((name, index) => name ?? `arg${index}`);
}

function nameOf(parameter: Node): string | undefined {
  switch (parameter.type) {
    case "Identifier":
      return parameter.name;
    case "AssignmentPattern":
      return nameOf(parameter.left);
    case "RestElement":
      return nameOf(parameter.argument);
    default:
      return undefined;
  }
}

/** The names of a signal's arguments, as the labels of its type: `Signal<[worth: number]>`. */
export function signalArgumentNames({ typeAnnotation }: ClassProperty): string[] {
  if (typeAnnotation?.type !== "TSTypeAnnotation") return [];
  const type = typeAnnotation.typeAnnotation;
  if (type.type !== "TSTypeReference") return [];
  const tuple = type.typeParameters?.params[0];
  if (tuple?.type !== "TSTupleType") return [];
  return tuple.elementTypes.map((element, index) =>
    element.type === "TSNamedTupleMember" ? (element.label as Identifier).name : `arg${index}`,
  );
}
