// Methods whose numbers, booleans and math values cross by the shared buffer: no object is made for
// them on the way. See src/native/bridge/direct_call.h.
import { isValueType } from "./api";
import { type MethodRow, methodFlags } from "./api-table";
import { type AnyFunction, native } from "./native";
import { classesFor } from "./value-class";
import { compile, decodeCode, encodeCode, slotSize } from "./value-code";

/** Asks the native side for a function that returns a number, see {@link returns}. */
const numberFlag = 16;
/** Asks the native side for a function that returns what it is, and undefined when it didn't call. */
const otherFlag = 32;

/** What the native side has room for: arguments in all, and those that are not in the buffer. */
const mostArguments = 14;
const mostPassed = { [numberFlag]: 2, [otherFlag]: 4 } as const;

const statusSlot = 1 + mostArguments;
const status = { notCalled: 0, wideInt: 2 } as const;

const ints = new Int32Array(native.sharedBuffer);
const bigints = new BigInt64Array(native.sharedBuffer);

/** The flag of the direct call that a method can have; undefined when it has to be called ordinarily. */
function directFlag([, , flags, result, args]: MethodRow): 16 | 32 | undefined {
  if ((flags & methodFlags.vararg) !== 0 || args.length > mostArguments) return undefined;
  if (result === "pointer" || args.includes("pointer")) return undefined;
  const passed = args.filter((type) => !isBuffered(type)).length;
  if (result === "void" || isBuffered(result)) {
    if (passed <= mostPassed[numberFlag]) return numberFlag;
  }
  // Without math values the ordinary call does as well.
  return passed <= mostPassed[otherFlag] && args.some(isValueType) ? otherFlag : undefined;
}

function isBuffered(type: string): boolean {
  return type in checks || isValueType(type);
}

/**
 * The function that calls a method the direct way where its arguments allow, and the ordinary way
 * where not: that one fills in defaults, takes what has to be converted, and says what is wrong.
 *
 * Hot: an int costs 5 ns to get instead of 26, a Vector2 15 instead of 500. For that each method has
 * code of its own, which V8 inlines: functions of one literal share what V8 has learned of what they
 * call.
 *
 * @param make The native function for flags of the row's and one of ours.
 */
export function directMethod(
  label: string,
  row: MethodRow,
  make: (flags: number) => AnyFunction,
): AnyFunction {
  const [, , flags, result, args, , defaults = []] = row;
  const ordinary = make(flags);
  const flag = directFlag(row);
  if (flag === undefined) return ordinary;

  const firstDefault = args.length - defaults.length;
  const parameters = args.map((_, index) =>
    index < firstDefault
      ? `a${index}`
      : `a${index} = ${JSON.stringify(defaults[index - firstDefault])}`,
  );
  const count =
    defaults.length === 0
      ? `arguments.length === ${args.length}`
      : `arguments.length >= ${firstDefault} && arguments.length <= ${args.length}`;
  const fits = args.flatMap((type, index) => check(type, `a${index}`));
  const lay = args.map((type, index) => layCode(type, `a${index}`, index + 1));
  const passed = args.flatMap((type, index) => (isBuffered(type) ? [] : [`a${index}`]));
  const isStatic = (flags & methodFlags.static) !== 0;
  const call = isStatic
    ? `call(${passed.join(", ")})`
    : `call.call(${["this", ...passed].join(", ")})`;
  const types = [result, ...args].filter(isValueType);
  return compile(
    // The label keeps the code apart: equal sources are compiled into one.
    `function ${label}(${parameters.join(", ")}) {
      if (${[count, ...fits].join(" && ")}) {
        ${lay.join(" ")}
        const result = ${call};
        ${flag === numberFlag ? returns(result) : returnsOther(result)}
      }
      return ordinary.apply(this, arguments);
    }`,
    {
      call: make(flags | flag),
      ordinary,
      oddNumber,
      classes: Object.assign({}, ...types.map(classesFor)),
    },
  );
}

/** Conditions under which a number or a boolean can cross. An int beyond 32 bits goes ordinarily. */
const checks: Readonly<Record<string, (name: string) => string>> = {
  float: (name) => `typeof ${name} === "number"`,
  int: (name) => `typeof ${name} === "number" && (${name} | 0) === ${name}`,
  bool: (name) => `typeof ${name} === "boolean"`,
};

function check(type: string, name: string): readonly string[] {
  if (isValueType(type)) return [`${name} instanceof classes.${type}`];
  const condition = checks[type];
  return condition === undefined ? [] : [condition(name)];
}

/** Statements that lay an argument into its slot, as the engine keeps it. */
function layCode(type: string, name: string, slot: number): string {
  const place = slot * slotSize;
  if (isValueType(type)) return encodeCode(type, name, slot);
  if (type === "float") return `doubles[${place / 2}] = ${name};`;
  if (type === "int") return `ints[${place}] = ${name}; ints[${place + 1}] = ${name} >> 31;`;
  return type === "bool" ? `ints[${place}] = ${name} ? 1 : 0;` : "";
}

/** Statements that return what a number stands for, and go on where the engine was not called. */
function returns(type: string): string {
  if (type === "void") return "if (result === 0) return;";
  if (type === "bool") return "if (result === result) return result === 1;";
  if (isValueType(type)) return `if (result === 0) return ${decodeCode(type, 0)};`;
  return `if (result === result) return result;
    if (ints[${statusSlot * slotSize}] !== ${status.notCalled}) return oddNumber();`;
}

function returnsOther(type: string): string {
  return `if (result !== undefined) return${type === "void" ? "" : " result"};`;
}

/** What NaN stands for where the engine was called. */
function oddNumber(): number | bigint {
  return ints[statusSlot * slotSize] === status.wideInt ? (bigints[0] ?? 0n) : Number.NaN;
}
