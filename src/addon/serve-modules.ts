// Makes module "godot" there for all that is imported after this: import it first.
import { godot, modules } from "../godot";

modules.set("godot-ts:godot", godot);
