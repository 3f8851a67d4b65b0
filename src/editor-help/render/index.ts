// What the addon loads in the editor alone: addons/godot_ts/runtime/editor-help.js.
export type { ClassHelp, LinkKind, MemberHelp, References } from "./class-help";
export { classReference } from "./class-reference";
