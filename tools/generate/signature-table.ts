import type { SignatureHeader, Signatures } from "../../src/godot/signature-table";
import type { ApiArgument } from "./api";
import type { EngineModel } from "./class-model";
import { variableName } from "./names";
import { wantedType } from "./wanted-type";

/**
 * The names of all arguments as a file, like the table's: a line for the utility functions, then a
 * line for each class.
 */
export function signatureText({ api, classes }: EngineModel): string {
  const names = new Set(classes.map((each) => each.api.name));
  const signatures = (
    functions: readonly { name: string; arguments?: readonly ApiArgument[] }[],
  ): Signatures =>
    Object.fromEntries(
      functions
        .filter((each) => each.arguments !== undefined)
        .map((each) => [
          each.name,
          (each.arguments ?? []).map((argument) => [
            variableName(argument.name),
            wantedType(argument, names),
          ]),
        ]),
    );
  const lines = classes.map((each) => JSON.stringify(signatures([...each.methods.values()])));
  const header: SignatureHeader = {
    utilities: signatures(api.utility_functions),
    lengths: lines.map((line) => line.length),
  };
  return [JSON.stringify(header), ...lines].join("\n");
}
