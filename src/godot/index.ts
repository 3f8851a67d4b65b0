// The binding layer: module "godot", and what the addon builds on.

import "./hooks";

export { lineage } from "./api";
export { describe } from "./argument-error";
export { registerClass } from "./class-named";
export { engineClass, engineMethod, unimplemented } from "./engine-class";
export { enumName } from "./enum-object";
export { type HostHooks, setHostHooks } from "./hooks";
export { type ItemType, setClassName } from "./item-type";
export { godot } from "./module";
export type {
  ClassDescription,
  ConstantDescription,
  HeadingDescription,
  MethodDescription,
  ObjectVirtualsDescription,
  PropertyDescription,
  ScriptVirtualDescription,
} from "./native";
export { type AnyFunction, type Constructor, invoker, modules, native } from "./native";
export { hasPointers, withPointers } from "./pointer";
export { type Signal as SignalHandle, signalOf } from "./signal";
export { hubFor, listen, type SignalHub, type SignalListener } from "./signal-hub";
export {
  isVariantTypeName,
  typeCode,
  type VariantTypeName,
  variantType,
  variantTypeName,
} from "./type-code";
