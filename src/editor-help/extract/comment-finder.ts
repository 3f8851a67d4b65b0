import type { Comment } from "@babel/types";
import { commentText } from "./comment-text";

interface Range {
  readonly start?: number | null;
  readonly end?: number | null;
}

/** Finds the doc comment that belongs to a declaration. */
export class CommentFinder {
  readonly #source: string;
  readonly #comments: readonly Comment[];

  constructor(source: string, comments: readonly Comment[]) {
    this.#source = source;
    this.#comments = comments;
  }

  /**
   * The doc comment of a declaration: the nearest above all of it, decorators included, else the last
   * one among its decorators and keywords.
   *
   * @param declaration - with all that belongs to it, such as `export`
   * @param headEnd - where its name is, or its body begins
   * @param decorators - in which comments are about something else
   */
  find(declaration: Range, headEnd: number, decorators: readonly Range[]): string | undefined {
    const start = declaration.start ?? 0;
    return this.#above(start) ?? this.#within(start, headEnd, decorators);
  }

  #above(start: number): string | undefined {
    let end = start;
    for (const comment of this.#comments.toReversed()) {
      if ((comment.end ?? 0) > end) continue;
      if (this.#source.slice(comment.end ?? 0, end).trim() !== "") return undefined;
      if (isDocComment(comment)) return commentText(comment.value);
      end = comment.start ?? 0;
    }
    return undefined;
  }

  #within(start: number, end: number, decorators: readonly Range[]): string | undefined {
    const found = this.#comments.findLast(
      (comment) =>
        isDocComment(comment) &&
        isIn(comment, { start, end }) &&
        !decorators.some((decorator) => isIn(comment, decorator)),
    );
    return found === undefined ? undefined : commentText(found.value);
  }
}

function isDocComment({ type, value }: Comment): boolean {
  return type === "CommentBlock" && /^\*(?!\*)/.test(value);
}

function isIn(inner: Range, outer: Range): boolean {
  return (inner.start ?? 0) >= (outer.start ?? 0) && (inner.end ?? 0) <= (outer.end ?? 0);
}
