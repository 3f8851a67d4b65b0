import type { Variant } from "godot";
import { typeCode } from "../../../godot";
import { usage } from "./property-usage";
import { builtin, derive, type Schema } from "./schema";

/** Anything, null included. */
export const variant: Schema<Variant> = derive(
  builtin<Variant>("Nil", () => true),
  { name: "Variant", describe, describeArgument: describe },
);

function describe(name: string) {
  return { name, type: typeCode("Variant"), usage: usage.default | usage.nilIsVariant };
}
