import type { Callable, RID, Signal } from "godot";
import { isInstance } from "./module-class";
import { builtin, type Schema } from "./schema";

export const callable: Schema<Callable> = builtin("Callable", isInstance("Callable"));
export const signal: Schema<Signal> = builtin("Signal", isInstance("Signal"));
export const rid: Schema<RID> = builtin("RID", isInstance("RID"));
