// What can be read of a math type besides the members that it is made of: `rect.end`, `color.h`,
// `vector.get(1)`. Whatever can be read, `with` can change.
import { builtinTable, valueTable } from "./api";
import { type AnyFunction, native } from "./native";
import { typeCode } from "./type-code";
import type { Value } from "./value-class";
import { compile } from "./value-code";

// biome-ignore lint/suspicious/noExplicitAny: a value of any of the types
type AnyValue = any;

/** How a member is read, and what the value is with another one. */
interface Member {
  readonly get?: (value: AnyValue) => unknown;
  readonly change: (value: AnyValue, to: AnyValue) => Value;
}

const end: Member = {
  get: ({ position, size }) => position.add(size),
  change: (value, to) => value.with({ size: to.sub(value.position) }),
};

const ofNormal = (axis: string): Member => ({
  get: (plane) => plane.normal[axis],
  change: (plane, to) => plane.with({ normal: plane.normal.with({ [axis]: to }) }),
});

const ofByte = (channel: string): Member => ({
  change: (color, to) => color.with({ [channel]: to / 255 }),
});

const ofHsv = (part: "h" | "s" | "v"): Member => ({
  change(color, to) {
    const parts = { h: color.h, s: color.s, v: color.v };
    parts[part] = to;
    return color.constructor.fromHsv(parts.h, parts.s, parts.v, color.a);
  },
});

const ofOkHsl = (part: "okHslH" | "okHslS" | "okHslL"): Member => ({
  change(color, to) {
    const { okHslH, okHslS, okHslL } = color;
    const parts = { okHslH, okHslS, okHslL };
    parts[part] = to;
    return color.constructor.fromOkHsl(parts.okHslH, parts.okHslS, parts.okHslL, color.a);
  },
});

/** Members without a `get` are the engine's to read. */
const members: Readonly<Record<string, Readonly<Record<string, Member>>>> = {
  Rect2: { end },
  Rect2i: { end },
  AABB: { end },
  Plane: { x: ofNormal("x"), y: ofNormal("y"), z: ofNormal("z") },
  Color: {
    r8: ofByte("r"),
    g8: ofByte("g"),
    b8: ofByte("b"),
    a8: ofByte("a"),
    h: ofHsv("h"),
    s: ofHsv("s"),
    v: ofHsv("v"),
    okHslH: ofOkHsl("okHslH"),
    okHslS: ofOkHsl("okHslS"),
    okHslL: ofOkHsl("okHslL"),
  },
};

/** Gives a class its computed members, and `get` where the engine has `value[index]`. */
export function defineMembers(prototype: object, type: string): void {
  const own = new Set(valueTable(type).fields.map(([field]) => field));
  for (const [name, [engineName, result]] of Object.entries(builtinTable(type).members)) {
    if (own.has(name)) continue;
    let read: AnyFunction | undefined = members[type]?.[name]?.get;
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Value) {
        read ??= native.builtinGetter(typeCode(type), engineName, 0, typeCode(result));
        return read(this);
      },
    });
  }
  if (builtinTable(type).item !== "") {
    Object.defineProperty(prototype, "get", {
      configurable: true,
      writable: true,
      value: itemGetter(type),
    });
  }
}

function itemGetter(type: string): AnyFunction {
  const { fields } = valueTable(type);
  const cases = fields.map(([field], index) => `case ${index}: return this.${field};`).join(" ");
  const outside = (index: unknown) =>
    new RangeError(`${type}.get: index ${String(index)} is not one of 0 to ${fields.length - 1}`);
  return compile(
    `function ${type}_get(index) { switch (index) { ${cases} default: throw outside(index); } }`,
    { outside },
  );
}

/** Applies the changes to computed members that were given to `with`. */
export function changer(type: string): (value: Value, changes: object) => Value {
  const computed = members[type];
  if (computed === undefined) return (value) => value;
  return (value, changes) => {
    let result = value;
    for (const [name, to] of Object.entries(changes)) {
      const member = computed[name];
      if (member !== undefined && to !== undefined) result = member.change(result, to);
    }
    return result;
  };
}
