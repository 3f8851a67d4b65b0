// The errors of calls that cannot be made: they say what was called, as it is spelled here, which
// argument is wrong, what came and what is wanted.
import { api, builtinTable, classNumber, classTable } from "./api";
import { FreedObjectError, freedReceiverError } from "./freed-object-error";
import { LineFile } from "./line-file";
import { openFile } from "./open-file";
import type { ArgumentRow, SignatureHeader, Signatures } from "./signature-table";

/** A function of the engine, by its own name for it; a utility function has no owner. */
interface Called {
  readonly owner: string;
  readonly name: string;
  /** `Timer.waitTime`, where it is the accessor of a property; else empty. */
  readonly property: string;
}

export function freedError(
  className: string,
  instanceId: number | bigint,
  owner = "",
  name = "",
  property = "",
): Error {
  const member = owner === "" ? "" : memberOf({ owner, name, property });
  return freedReceiverError(className, instanceId, member);
}

/** `reason` is what the conversion of the argument threw, if it did. */
export function argumentError(
  owner: string,
  name: string,
  property: string,
  place: number,
  type: string,
  given: string,
  reason: unknown,
): unknown {
  const called = { owner, name, property };
  const [argument, wanted = type] = argumentsOf(called)[place] ?? [];
  const quoted = argument === undefined ? `argument ${place + 1}` : `argument "${argument}"`;
  const where = property === "" ? `${titleOf(called)}: ${quoted}` : titleOf(called);
  if (reason instanceof FreedObjectError) {
    const isItself = given === `freed ${reason.className}`;
    const what = isItself ? where : `${where} holds an object that`;
    return new FreedObjectError(what, { ...fieldsOf(reason), member: titleOf(called) });
  }
  if (reason === undefined || (reason instanceof TypeError && !mayHoldAnything.test(wanted))) {
    return new TypeError(`${where} must be ${wanted}, not ${given}`);
  }
  if (!(reason instanceof TypeError)) return reason;
  return new TypeError(`${where}: ${reason.message}`);
}

/** Types of whose items it may be one that does not fit. */
const mayHoldAnything = /^(Variant|Array|Dictionary|Packed)/;

export function countError(
  owner: string,
  name: string,
  property: string,
  declared: number,
  required: number,
  isVararg: boolean,
  given: number,
): Error {
  const called = { owner, name, property };
  const names = argumentsOf(called).map(([each], place) => (place < required ? each : `${each}?`));
  if (isVararg) names.push("…");
  const list = names.length === 0 ? "" : ` (${names.join(", ")})`;
  const most = declared === required ? "" : ` to ${declared}`;
  const wanted = isVararg ? `at least ${required}` : `${required}${most}`;
  const noun = wanted.endsWith(" 1") || wanted === "1" ? "argument" : "arguments";
  return new TypeError(`${titleOf(called)} takes ${wanted} ${noun}${list}, got ${given}`);
}

export function refusedError(owner: string, name: string, why: string): Error {
  const title = titleOf({ owner, name, property: "" });
  return new TypeError(`${title}: the engine refused the call: ${why}`);
}

function titleOf(called: Called): string {
  if (called.property !== "") return called.property;
  return called.owner === "" ? memberOf(called) : `${called.owner}.${memberOf(called)}`;
}

/** Our name for it. */
function memberOf({ owner, name, property }: Called): string {
  if (property !== "") return property.slice(property.indexOf(".") + 1);
  const entry = Object.entries(functionsOf(owner)).find(([, row]) => row[0] === name);
  return entry?.[0] ?? name;
}

/** By our names; none of a class that the table doesn't have. */
function functionsOf(owner: string): Readonly<Record<string, readonly [string, ...unknown[]]>> {
  if (owner === "") return api.utilities;
  if (classNumber(owner) !== undefined) return classTable(owner).methods;
  return api.builtins.includes(owner) ? builtinTable(owner).methods : {};
}

function argumentsOf({ owner, name }: Called): readonly ArgumentRow[] {
  return (owner === "" ? signatures().header.utilities : signaturesOf(owner))[name] ?? [];
}

/** Of builtin types there are none: most of their arguments have no name that says more. */
function signaturesOf(owner: string): Signatures {
  const number = classNumber(owner);
  return number === undefined ? {} : (signatures().read(number) as Signatures);
}

let file: LineFile<SignatureHeader> | undefined;

function signatures(): LineFile<SignatureHeader> {
  if (file === undefined) {
    file = new LineFile<SignatureHeader>("res://addons/godot_ts/runtime/signatures.txt");
    file.leaveOnDisk(openFile);
  }
  return file;
}

function fieldsOf({ className, instanceId }: FreedObjectError) {
  return { className, instanceId };
}
