import type { Class, Node } from "@babel/types";

/** A class, with the declaration that its comment stands above. */
export interface FoundClass {
  readonly node: Class;
  /** With `export`, or with `const Coin =`. */
  readonly declaration: Node;
  /** What `Class.name` says in JavaScript. */
  readonly name: string;
}

/** All classes of a program that have a decorator, those within functions included. */
export function classesIn(program: Node): FoundClass[] {
  const found: FoundClass[] = [];
  visit(program, undefined, (node, declaration, name) => {
    if ((node.decorators ?? []).length > 0) found.push({ node, declaration, name });
  });
  return found;
}

interface Surroundings {
  readonly declaration: Node;
  readonly name: string;
}

type Take = (node: Class, declaration: Node, name: string) => void;

function visit(node: Node, around: Surroundings | undefined, take: Take): void {
  if (node.type === "ClassDeclaration" || node.type === "ClassExpression") {
    take(node, around?.declaration ?? node, node.id?.name ?? around?.name ?? "");
  }
  const inner = surroundingsIn(node, around);
  for (const child of childrenOf(node)) visit(child, inner, take);
}

/** What declares a class that is right within that node. */
function surroundingsIn(node: Node, around: Surroundings | undefined): Surroundings | undefined {
  const declaration = around?.declaration ?? node;
  switch (node.type) {
    case "ExportNamedDeclaration":
    case "VariableDeclaration":
      return { declaration, name: "" };
    case "VariableDeclarator":
      return { declaration, name: node.id.type === "Identifier" ? node.id.name : "" };
    case "ExportDefaultDeclaration":
      return { declaration, name: "default" };
    default:
      return undefined;
  }
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => key !== "loc" && !key.endsWith("Comments"))
    .flatMap(([, value]) => value as unknown)
    .filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
