import { type ParserPlugin, parse } from "@babel/parser";
import type { ClassBody, Node, Program } from "@babel/types";
import type { ClassComments, MemberComments } from "../doc-comments";
import { classesIn, type FoundClass } from "./classes-in";
import { CommentFinder } from "./comment-finder";
import { entryComments } from "./entry-comments";
import { parameterNames, signalArgumentNames } from "./parameter-names";

type Member = ClassBody["body"][number];

/** Members that a decorator can stand before, and overloads of such. */
type DocumentedMember = Extract<
  Member,
  { type: "ClassMethod" | "TSDeclareMethod" | "ClassProperty" | "ClassAccessorProperty" }
>;

/**
 * Finds the doc comments of all classes with decorators in a script, and of their members.
 *
 * @param path - tells TypeScript from JavaScript, and whether there may be JSX
 * @throws SyntaxError where the script does not parse
 */
export function findDocComments(source: string, path: string): ClassComments[] {
  const { program, comments } = parse(source, {
    sourceType: "module",
    attachComment: false,
    // What is wrong in a script, esbuild tells.
    errorRecovery: true,
    plugins: syntaxOf(path),
  });
  const finder = new CommentFinder(source, comments ?? []);
  return classesIn(program).map((found) => commentsOf(found, program, finder));
}

function syntaxOf(path: string): ParserPlugin[] {
  const plugins: ParserPlugin[] = [
    "decorators",
    "decoratorAutoAccessors",
    "explicitResourceManagement",
  ];
  if (/\.[cm]?tsx?$/.test(path)) plugins.push("typescript");
  if (/x$|\.[cm]?js$/.test(path)) plugins.push("jsx");
  return plugins;
}

function commentsOf(
  { node, declaration, name }: FoundClass,
  program: Program,
  finder: CommentFinder,
): ClassComments {
  const decorators = node.decorators ?? [];
  const text = finder.find(declaration, node.body.start ?? 0, decorators);
  const registeredName = decorators
    .map(({ expression }) => nameOption(expression))
    .find((each) => each !== undefined);
  return {
    className: name,
    ...(registeredName !== undefined && { registeredName }),
    ...(text !== undefined && { text }),
    members: membersOf(node.body.body.filter(isDocumented), program, finder),
  };
}

/** What a decorator such as `@register({ name: "GoldCoin" })` calls the class. */
function nameOption(decorator: Node): string | undefined {
  const options = decorator.type === "CallExpression" ? decorator.arguments[0] : undefined;
  if (options?.type !== "ObjectExpression") return undefined;
  for (const property of options.properties) {
    if (property.type !== "ObjectProperty" || property.value.type !== "StringLiteral") continue;
    if (property.key.type === "Identifier" && property.key.name === "name") {
      return property.value.value;
    }
  }
  return undefined;
}

function membersOf(
  members: readonly DocumentedMember[],
  program: Program,
  finder: CommentFinder,
): Record<string, MemberComments> {
  const found: Record<string, MemberComments> = {};
  for (const member of members) {
    const name = nameOf(member);
    if (name === undefined) continue;
    // Overloads come before the method itself: their comment is also its, their parameters aren't.
    const { text = finder.find(member, member.key.start ?? 0, decoratorsOf(member)) } =
      found[name] ?? {};
    if (member.type === "ClassProperty") {
      for (const [entry, text] of entryComments(member, program, finder)) {
        found[`${name}.${entry}`] = { text };
      }
    }
    const parameters = parametersOf(member);
    if (text === undefined && parameters.length === 0) continue;
    found[name] = {
      ...(text !== undefined && { text }),
      ...(parameters.length > 0 && { parameters }),
    };
  }
  return found;
}

function isDocumented(member: Member): member is DocumentedMember {
  switch (member.type) {
    case "ClassMethod":
      return member.kind !== "constructor";
    case "TSDeclareMethod":
    case "ClassProperty":
    case "ClassAccessorProperty":
      return true;
    default:
      return false;
  }
}

function nameOf({ key, computed }: DocumentedMember): string | undefined {
  if (key.type === "StringLiteral") return key.value;
  return key.type === "Identifier" && !computed ? key.name : undefined;
}

function decoratorsOf(member: DocumentedMember): readonly Node[] {
  return ("decorators" in member ? member.decorators : undefined) ?? [];
}

function parametersOf(member: DocumentedMember): readonly string[] {
  switch (member.type) {
    case "ClassMethod":
      return member.kind === "method" ? parameterNames(member) : [];
    case "ClassProperty":
      return signalArgumentNames(member);
    default:
      return [];
  }
}
