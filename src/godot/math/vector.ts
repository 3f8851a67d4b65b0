// What vectors compute beyond each number by itself.
import type { Vector2, Vector2i, Vector3 } from "godot";
import type { Classes, Methods } from "./classes";

const f = Math.fround;

export function vector2({ Vector2 }: Classes): Methods<Vector2> {
  return {
    angle() {
      return f(Math.atan2(this.y, this.x));
    },
    angleTo(to: Vector2) {
      const cross = f(f(this.x * to.y) - f(this.y * to.x));
      return f(Math.atan2(cross, f(f(this.x * to.x) + f(this.y * to.y))));
    },
    angleToPoint(to: Vector2) {
      return f(Math.atan2(f(to.y - this.y), f(to.x - this.x)));
    },
    rotated(angle: number) {
      const sine = f(Math.sin(angle));
      const cosine = f(Math.cos(angle));
      return new Vector2(
        f(this.x * cosine) - f(this.y * sine),
        f(this.x * sine) + f(this.y * cosine),
      );
    },
    cross(other: Vector2) {
      return f(f(this.x * other.y) - f(this.y * other.x));
    },
    orthogonal() {
      return new Vector2(this.y, -this.x);
    },
    aspect() {
      return f(this.x / this.y);
    },
  };
}

export function vector2i(): Methods<Vector2i> {
  return {
    aspect() {
      return f(f(this.x) / f(this.y));
    },
  };
}

export function vector3({ Vector3 }: Classes): Methods<Vector3> {
  return {
    cross(other: Vector3) {
      return new Vector3(
        f(this.y * other.z) - f(this.z * other.y),
        f(this.z * other.x) - f(this.x * other.z),
        f(this.x * other.y) - f(this.y * other.x),
      );
    },
    angleTo(to: Vector3) {
      return f(Math.atan2(this.cross(to).length(), this.dot(to)));
    },
  };
}
