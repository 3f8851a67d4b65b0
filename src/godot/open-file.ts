import { classTable } from "./api";
import type { MethodRow } from "./api-table";
import { engineClass } from "./engine-class";
import type { ReadPiece } from "./line-file";
import { type AnyFunction, native } from "./native";
import { typeCode } from "./type-code";

const owner = "FileAccess";
const forReading = 1;

/** Opens a file of the engine's file system, which also reaches into an exported pack, for good. */
export function openFile(path: string): ReadPiece {
  const { open, seek, getBuffer } = classTable(owner).methods;
  const file = ordinaryMethod(open)(path, forReading);
  if (file === null) throw new Error(`${path} can no longer be opened`);
  const goTo = ordinaryMethod(seek);
  const bytesOf = ordinaryMethod(getBuffer);
  return (start, length) => {
    goTo.call(file, start);
    return Buffer.from(bytesOf.call(file, length).buffer).toString("latin1");
  };
}

/** Without the shared buffer: a piece may be wanted by somebody who has yet to read a value there. */
function ordinaryMethod(row: MethodRow | undefined): AnyFunction {
  if (row === undefined) throw new Error(`the table lacks a method of ${owner}`);
  const [name, hash, flags, result, args, required] = row;
  const types = args.map(typeCode);
  return native.method(
    owner,
    name,
    hash,
    flags,
    typeCode(result),
    types,
    required,
    engineClass(owner),
  );
}
