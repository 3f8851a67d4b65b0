// Products of transforms with vectors and with each other, as operators: by the type at the right.
import type { Basis, Quaternion, Transform2D, Transform3D, Vector2, Vector3 } from "godot";
import type { Classes, Methods } from "./classes";

const f = Math.fround;

export function transform2d({ Transform2D, Vector2 }: Classes): Methods<Transform2D> {
  return {
    "* Vector2"({ x, y }: Vector2) {
      const { x: column1, y: column2, origin } = this;
      return new Vector2(
        f(f(column1.x * x) + f(column2.x * y)) + origin.x,
        f(f(column1.y * x) + f(column2.y * y)) + origin.y,
      );
    },
    "* Transform2D"(other: Transform2D) {
      const { x, y } = this;
      const turn = (v: Vector2) =>
        new Vector2(f(x.x * v.x) + f(y.x * v.y), f(x.y * v.x) + f(y.y * v.y));
      return new Transform2D(turn(other.x), turn(other.y), this.mul(other.origin));
    },
  };
}

/** Products with what stands at the left of a transform: the inverse, if it only turns and moves. */
export function vector2Products({ Vector2 }: Classes): Methods<Vector2> {
  return {
    "* Transform2D"({ x: column1, y: column2, origin }: Transform2D) {
      const x = f(this.x - origin.x);
      const y = f(this.y - origin.y);
      return new Vector2(f(column1.x * x) + f(column1.y * y), f(column2.x * x) + f(column2.y * y));
    },
  };
}

export function vector3Products({ Vector3 }: Classes): Methods<Vector3> {
  return {
    "* Basis"({ x, y, z }: Basis) {
      return new Vector3(dot(x, this), dot(y, this), dot(z, this));
    },
    "* Transform3D"({ basis, origin }: Transform3D) {
      const v = this.sub(origin);
      return new Vector3(dot(basis.x, v), dot(basis.y, v), dot(basis.z, v));
    },
  };
}

export function basis({ Basis, Vector3 }: Classes): Methods<Basis> {
  return {
    "* Vector3"(v: Vector3) {
      const { x, y, z } = this;
      return new Vector3(
        f(f(x.x * v.x) + f(y.x * v.y)) + f(z.x * v.z),
        f(f(x.y * v.x) + f(y.y * v.y)) + f(z.y * v.z),
        f(f(x.z * v.x) + f(y.z * v.y)) + f(z.z * v.z),
      );
    },
    "* Basis"(other: Basis) {
      return new Basis(this.mul(other.x), this.mul(other.y), this.mul(other.z));
    },
  };
}

export function transform3d({ Transform3D, Vector3 }: Classes): Methods<Transform3D> {
  return {
    "* Vector3"(v: Vector3) {
      const { basis, origin } = this;
      const { x, y, z } = basis;
      return new Vector3(
        f(f(f(x.x * v.x) + f(y.x * v.y)) + f(z.x * v.z)) + origin.x,
        f(f(f(x.y * v.x) + f(y.y * v.y)) + f(z.y * v.z)) + origin.y,
        f(f(f(x.z * v.x) + f(y.z * v.y)) + f(z.z * v.z)) + origin.z,
      );
    },
    "* Transform3D"(other: Transform3D) {
      return new Transform3D(this.basis.mul(other.basis), this.mul(other.origin));
    },
  };
}

export function quaternion({ Quaternion, Vector3 }: Classes): Methods<Quaternion> {
  return {
    "* Quaternion"({ x, y, z, w }: Quaternion) {
      return new Quaternion(
        f(f(f(this.w * x) + f(this.x * w)) + f(this.y * z)) - f(this.z * y),
        f(f(f(this.w * y) + f(this.y * w)) + f(this.z * x)) - f(this.x * z),
        f(f(f(this.w * z) + f(this.z * w)) + f(this.x * y)) - f(this.y * x),
        f(f(f(this.w * w) - f(this.x * x)) - f(this.y * y)) - f(this.z * z),
      );
    },
    "* Vector3"(v: Vector3) {
      const u = new Vector3(this.x, this.y, this.z);
      const uv = u.cross(v);
      return v.add(uv.scale(this.w).add(u.cross(uv)).scale(2));
    },
  };
}

function dot(a: Vector3, b: Vector3): number {
  return f(f(a.x * b.x) + f(a.y * b.y)) + f(a.z * b.z);
}
