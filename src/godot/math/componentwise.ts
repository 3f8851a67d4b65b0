// What the math types compute number by number: code of methods, by their names. It rounds as often
// as the engine does, so that results are the engine's, bit for bit.
//
// In all code, `this` is the value, `a`, `b` and `c` are arguments that have been checked, `f` rounds
// to the floats of the engine, and `classes` are the value classes.

/** The code of methods: it returns their result. */
export type MethodCode = Readonly<Record<string, string>>;

/** Writes an expression for each number of a value, in which `$` is the path to the number. */
export interface Writer {
  /** A new value of numbers. */
  make(expression: string): string;
  /** The paths to the numbers, in the order of the constructor's arguments. */
  readonly paths: readonly string[];
}

/** Methods of all types that are made of floats. */
export function floatCode({ make, paths }: Writer): MethodCode {
  return {
    ...commonCode({ make, paths }),
    isEqualApprox: all(paths, "isEqualApprox(this.$, a.$)"),
    isFinite: all(paths, "Number.isFinite(this.$)"),
    lerp: make("this.$ + f(f(a.$ - this.$) * b)"),
  };
}

/** Methods of quaternions. */
export function quaternionCode({ make, paths }: Writer): MethodCode {
  const { dot, length, lengthSquared, isNormalized } = floatVectorCode({ make, paths });
  // The engine divides by multiplying.
  const normalized = `const inverse = f(1 / this.length()); ${make("this.$ * inverse")}`;
  const divNumber = `const inverse = f(1 / a); ${make("this.$ * inverse")}`;
  return { dot, length, lengthSquared, isNormalized, normalized, divNumber } as MethodCode;
}

/** Methods of vectors of floats. */
export function floatVectorCode({ make, paths }: Writer): MethodCode {
  const length = `f(Math.sqrt(${sum(paths, "this.$ * this.$")}))`;
  const difference = paths.map((path) => `const d${path} = f(a.${path} - this.${path});`).join(" ");
  const distanceSquared = sum(paths, "d$ * d$");
  const moved = make("this.$ + f(f(d$ / length) * b)");
  return {
    dot: `return ${sum(paths, "this.$ * a.$")};`,
    length: `return ${length};`,
    lengthSquared: `return ${sum(paths, "this.$ * this.$")};`,
    normalized: `const length = ${length}; ${ifZero(paths, make, "this.$")} ${make("this.$ / length")}`,
    isNormalized: `return Math.abs(f(${sum(paths, "this.$ * this.$")} - 1)) < unitEpsilon;`,
    distanceTo: `${difference} return f(Math.sqrt(${distanceSquared}));`,
    distanceSquaredTo: `${difference} return ${distanceSquared};`,
    directionTo: `${difference} const length = f(Math.sqrt(${distanceSquared})); ${ifZero(paths, make, "d$")} ${make("d$ / length")}`,
    moveToward: `${difference} const length = f(Math.sqrt(${distanceSquared}));
      if (length <= b || length < epsilon) return a; ${moved}`,
    limitLength: `const length = ${length}; const limit = a === undefined ? 1 : a;
      if (!(length > 0 && limit < length)) return this; ${make("f(this.$ / length) * limit")}`,
    isZeroApprox: all(paths, "Math.abs(this.$) < epsilon"),
    floor: make("Math.floor(this.$)"),
    ceil: make("Math.ceil(this.$)"),
    // Halves away from zero.
    round: make("Math.sign(this.$) * Math.round(Math.abs(this.$))"),
    inverse: make("1 / this.$"),
    ...orderedCode({ make, paths }),
    minf: make("this.$ < a ? this.$ : a"),
    maxf: make("this.$ > a ? this.$ : a"),
    clampf: make("this.$ < a ? a : this.$ > b ? b : this.$"),
  };
}

/** Methods of vectors of ints. */
export function intVectorCode({ make, paths }: Writer): MethodCode {
  const squares = paths.map((path) => `this.${path} * this.${path}`).join(" + ");
  const difference = paths
    .map((path) => `const d${path} = (a.${path} - this.${path}) | 0;`)
    .join(" ");
  const distanceSquared = paths.map((path) => `d${path} * d${path}`).join(" + ");
  const exact = "if (squared > Number.MAX_SAFE_INTEGER)";
  return {
    ...orderedCode({ make, paths }),
    add: make("(this.$ + a.$) | 0"),
    sub: make("(this.$ - a.$) | 0"),
    mul: make("Math.imul(this.$, a.$)"),
    div: `${notZero(paths, "div")} ${make("(this.$ / a.$) | 0")}`,
    mod: `${notZero(paths, "mod")} ${make("(this.$ % a.$) | 0")}`,
    scale: make("Math.imul(this.$, a)"),
    divNumber: `if (a === 0) throw division("div"); ${make("(this.$ / a) | 0")}`,
    modNumber: `if (a === 0) throw division("mod"); ${make("(this.$ % a) | 0")}`,
    neg: make("-this.$ | 0"),
    mini: make("this.$ < a ? this.$ : a"),
    maxi: make("this.$ > a ? this.$ : a"),
    clampi: make("this.$ < a ? a : this.$ > b ? b : this.$"),
    length: `return Math.sqrt(${squares});`,
    lengthSquared: `const squared = ${squares}; ${exact} return engine.call(this); return squared;`,
    distanceTo: `${difference} return Math.sqrt(${distanceSquared});`,
    distanceSquaredTo: `${difference} const squared = ${distanceSquared};
      ${exact} return engine.call(this, a); return squared;`,
  };
}

/** Methods of all vectors. */
function orderedCode({ make, paths }: Writer): MethodCode {
  return {
    abs: make("Math.abs(this.$)"),
    sign: make("this.$ > 0 ? 1 : this.$ < 0 ? -1 : 0"),
    min: make("this.$ < a.$ ? this.$ : a.$"),
    max: make("this.$ > a.$ ? this.$ : a.$"),
    clamp: make("this.$ < a.$ ? a.$ : this.$ > b.$ ? b.$ : this.$"),
    lessThan: compared(paths, "<", "<"),
    lessOrEqual: compared(paths, "<", "<="),
    greaterThan: compared(paths, ">", ">"),
    greaterOrEqual: compared(paths, ">", ">="),
  };
}

/** Operators. The engine multiplies and divides by a number after rounding it. */
function commonCode({ make }: Writer): MethodCode {
  return {
    add: make("this.$ + a.$"),
    sub: make("this.$ - a.$"),
    mul: make("this.$ * a.$"),
    div: make("this.$ / a.$"),
    scale: make("this.$ * a"),
    divNumber: make("this.$ / a"),
    neg: make("-this.$"),
  };
}

function all(paths: readonly string[], expression: string): string {
  return `return ${paths.map((path) => expression.replaceAll("$", path)).join(" && ")};`;
}

/** A sum, rounded after each step. */
function sum(paths: readonly string[], term: string): string {
  return paths
    .map((path) => `f(${term.replaceAll("$", path)})`)
    .reduce((left, right) => `f(${left} + ${right})`);
}

/** A vector so short that its length is 0: that of two numbers stays as it is. */
function ifZero(paths: readonly string[], make: Writer["make"], number: string): string {
  return `if (length === 0) { ${make(paths.length === 2 ? number : "0")} }`;
}

/** The first number that differs decides, the last one by an operator of its own. */
function compared(paths: readonly string[], differing: string, last: string): string {
  const code = paths
    .map((path, place) => {
      if (place === paths.length - 1) return `this.${path} ${last} a.${path}`;
      return `this.${path} !== a.${path} ? this.${path} ${differing} a.${path} : `;
    })
    .join("");
  return `return ${code};`;
}

function notZero(paths: readonly string[], method: string): string {
  const zero = paths.map((path) => `a.${path} === 0`).join(" || ");
  return `if (${zero}) throw division("${method}");`;
}
