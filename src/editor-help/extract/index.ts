// What the bundler of the addon imports: addons/godot_ts/runtime/doc-comments.mjs.
export { findDocComments } from "./find-doc-comments";
export { docComments } from "./plugin";
