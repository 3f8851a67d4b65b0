// What games ask of boxes in their loops: whether something is inside.
import type { AABB, Rect2, Rect2i, Vector2, Vector2i, Vector3 } from "godot";
import type { Classes, Methods } from "./classes";

const f = Math.fround;

export function rect2({ Vector2 }: Classes): Methods<Rect2> {
  return {
    getCenter() {
      const { position, size } = this;
      return new Vector2(position.x + f(size.x * 0.5), position.y + f(size.y * 0.5));
    },
    getArea() {
      return f(this.size.x * this.size.y);
    },
    hasArea() {
      return this.size.x > 0 && this.size.y > 0;
    },
    hasPoint({ x, y }: Vector2) {
      const { position, size } = this;
      return (
        x >= position.x &&
        y >= position.y &&
        x < f(position.x + size.x) &&
        y < f(position.y + size.y)
      );
    },
    intersects(other: Rect2, includeBorders?: boolean) {
      const { position: a, size: aSize } = this;
      const { position: b, size: bSize } = other;
      const aRight = f(a.x + aSize.x);
      const aBottom = f(a.y + aSize.y);
      const bRight = f(b.x + bSize.x);
      const bBottom = f(b.y + bSize.y);
      return includeBorders
        ? a.x <= bRight && aRight >= b.x && a.y <= bBottom && aBottom >= b.y
        : a.x < bRight && aRight > b.x && a.y < bBottom && aBottom > b.y;
    },
  };
}

export function rect2i(): Methods<Rect2i> {
  return {
    hasArea() {
      return this.size.x > 0 && this.size.y > 0;
    },
    hasPoint({ x, y }: Vector2i) {
      const { position, size } = this;
      return (
        x >= position.x &&
        y >= position.y &&
        x < ((position.x + size.x) | 0) &&
        y < ((position.y + size.y) | 0)
      );
    },
    intersects(other: Rect2i) {
      const { position: a, size: aSize } = this;
      const { position: b, size: bSize } = other;
      return (
        a.x < ((b.x + bSize.x) | 0) &&
        ((a.x + aSize.x) | 0) > b.x &&
        a.y < ((b.y + bSize.y) | 0) &&
        ((a.y + aSize.y) | 0) > b.y
      );
    },
  };
}

export function aabb({ Vector3 }: Classes): Methods<AABB> {
  return {
    getCenter() {
      const { position, size } = this;
      return new Vector3(
        position.x + f(size.x * 0.5),
        position.y + f(size.y * 0.5),
        position.z + f(size.z * 0.5),
      );
    },
    hasPoint({ x, y, z }: Vector3) {
      const { position, size } = this;
      return (
        x >= position.x &&
        y >= position.y &&
        z >= position.z &&
        x <= f(position.x + size.x) &&
        y <= f(position.y + size.y) &&
        z <= f(position.z + size.z)
      );
    },
    intersects(other: AABB) {
      const { position: a, size: aSize } = this;
      const { position: b, size: bSize } = other;
      return (
        a.x < f(b.x + bSize.x) &&
        f(a.x + aSize.x) > b.x &&
        a.y < f(b.y + bSize.y) &&
        f(a.y + aSize.y) > b.y &&
        a.z < f(b.z + bSize.z) &&
        f(a.z + aSize.z) > b.z
      );
    },
  };
}
