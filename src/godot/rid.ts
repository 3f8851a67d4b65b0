import { builtinMethods } from "./builtin-members";
import { defineHandle, defineOrder } from "./handle-class";

const methods = builtinMethods("RID", "getId");

class RidMembers {
  /** The engine's ids are unsigned. */
  get id(): bigint {
    return BigInt.asUintN(64, BigInt(methods.getId.call(this)));
  }
}

/** See the class of that name in the types of module "godot". */
export type RID = RidMembers;
export const RID = defineHandle("RID", RidMembers);
defineOrder(RID, "RID");
