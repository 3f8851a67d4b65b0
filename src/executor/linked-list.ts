/** What a {@link LinkedList} holds: an object that carries its own links. */
export interface Linked<Node> {
  previous: Node | undefined;
  next: Node | undefined;
}

/**
 * A list whose members carry the links, so that adding and removing cost the same few
 * stores at any length, and allocate nothing. A member is in one list at a time.
 */
export class LinkedList<Node extends Linked<Node>> {
  first: Node | undefined;
  last: Node | undefined;

  add(node: Node): void {
    node.previous = this.last;
    if (this.last === undefined) this.first = node;
    else this.last.next = node;
    this.last = node;
  }

  remove(node: Node): void {
    if (node.previous === undefined) this.first = node.next;
    else node.previous.next = node.next;
    if (node.next === undefined) this.last = node.previous;
    else node.next.previous = node.previous;
    node.previous = undefined;
    node.next = undefined;
  }

  /** Yields the members in the order they were added. The one just yielded may be removed. */
  *[Symbol.iterator](): Generator<Node, void> {
    for (let node = this.first; node !== undefined; ) {
      const { next } = node;
      yield node;
      node = next;
    }
  }
}
