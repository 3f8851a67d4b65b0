import { defineHandle } from "./handle-class";
import { native } from "./native";

class RidMembers {
  get id(): bigint {
    return BigInt(native.variantCall(this, "get_id") as number | bigint);
  }

  isValid(): boolean {
    return native.variantCall(this, "is_valid") === true;
  }

  equals(other: RID): boolean {
    return this.id === other.id;
  }

  toString(): string {
    return native.stringify(this);
  }
}

/** See the class of that name in the types of module "godot". */
export type RID = RidMembers;
export const RID = defineHandle("RID", RidMembers);
