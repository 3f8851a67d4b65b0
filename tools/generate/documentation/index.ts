import type { ApiArgument } from "../api";
import type { EngineModel } from "../class-model";
import { variableName } from "../names";
import { commentLines } from "./comment";
import { Defaults } from "./default-text";
import { markdown } from "./markdown";
import { onlineClass, onlineMember, type ReferenceKind } from "./online-reference";
import { globalScope, References } from "./references";

export { globalScope };

/** A member of a class or of the global scope, as the dump describes it. */
export interface DocumentedMember {
  /** The class or builtin type that the reference has it under, or {@link globalScope}. */
  readonly owner: string;
  readonly kind: ReferenceKind;
  /** The engine's name; of an operator with the type to its right: `* Transform2D`, `unary-`. */
  readonly name: string;
  readonly description?: string | undefined;
  readonly arguments?: readonly ApiArgument[] | undefined;
  /** More to say, in Markdown. */
  readonly note?: string | undefined;
}

/**
 * Makes documentation comments of the class reference that the dump carries: in Markdown, in our
 * names, with links to the declarations and to the online reference.
 *
 * @example
 * const lines = documentation.member({ owner: "Vector2", kind: "method", ...method });
 */
export class Documentation {
  readonly #references: References;
  readonly #defaults: Defaults;
  /** The fields of each structure in C, by its name. */
  readonly #structures: ReadonlyMap<string, string>;

  constructor(model: EngineModel) {
    this.#references = new References(model);
    this.#defaults = new Defaults(model);
    this.#structures = new Map(
      model.api.native_structures.map(({ name, format }) => [name, format.replaceAll(";", "; ")]),
    );
  }

  /** The comment of a class or of a builtin type. */
  class(name: string, brief: string | undefined, description: string | undefined): string[] {
    const text = [brief, description].filter(Boolean).join("\n");
    return this.#comment(text, name, onlineClass(name));
  }

  /** The comment of a member. A member that the reference says nothing about has none. */
  member({ owner, kind, name, description, note, ...more }: DocumentedMember): string[] {
    const tags = (more.arguments ?? []).flatMap((argument) => {
      const remark = this.#argumentRemark(argument);
      return remark === undefined ? [] : [`@param ${variableName(argument.name)} - ${remark}`];
    });
    const online = onlineMember(owner, kind, name);
    return this.#comment(description ?? "", owner, online, tags, note);
  }

  /** The comment of an enum, of which the reference describes only the values. */
  enum(owner: string, name: string): string[] {
    return commentLines(`[Class reference](${onlineMember(owner, "enum", name)})`);
  }

  /** The comment of a value of an enum. */
  value(owner: string, description: string | undefined): string[] {
    return commentLines(this.#markdown(description ?? "", owner));
  }

  /** The comment of a method that does no more than read or write a property. */
  accessor(owner: string, verb: "Reads" | "Sets", property: string): string[] {
    return commentLines(`${verb} ${this.#references.toMember("property", property, owner)}.`);
  }

  /** What an argument's type doesn't say. */
  #argumentRemark(argument: ApiArgument): string | undefined {
    if (argument.type.includes("*")) return this.#addressRemark(argument.type);
    const value = this.#defaults.of(argument);
    return value === undefined ? undefined : `Default: \`${value}\``;
  }

  #addressRemark(type: string): string {
    const fields = this.#structures.get(type.replace(/^const |[ *]/g, ""));
    const remark = `An address in C, which native code can use: \`${type}\``;
    return fields === undefined ? remark : `${remark}, to \`{ ${fields}; }\``;
  }

  #comment(
    text: string,
    owner: string,
    online: string,
    tags: readonly string[] = [],
    note = "",
  ): string[] {
    const [, deprecation] = /^Deprecated\b[.:]? ?(.*)$/s.exec(text) ?? [];
    const prose = this.#markdown(deprecation ?? text, owner);
    const link = text === "" ? "" : `[Class reference](${online})`;
    if (deprecation === undefined) return commentLines(joined(prose, note, link), tags);
    return commentLines(joined(note, link), [
      ...tags,
      `@deprecated ${prose || "It may go in a later version."}`,
    ]);
  }

  #markdown(text: string, owner: string): string {
    return markdown(text, { references: this.#references, owner });
  }
}

function joined(...paragraphs: readonly string[]): string {
  return paragraphs.filter((each) => each !== "").join("\n\n");
}
