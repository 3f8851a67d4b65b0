// Schemas: what a parameter, a result or a property is, to Godot and to the compiler alike.
import { array, arrayOf } from "./array";
import { enumOf, enumSuggestion, oneOf } from "./choice";
import { custom } from "./custom";
import { dictionary, dictionaryOf } from "./dictionary";
import * as field from "./field";
import * as flags from "./flags";
import * as handle from "./handle";
import * as math from "./math";
import { node, nullable, object, resource } from "./object";
import { optional } from "./optional";
import * as packed from "./packed";
import * as path from "./path";
import { range } from "./range";
import * as scalar from "./scalar";
import * as text from "./text";
import * as textField from "./text-field";
import { toolButton } from "./tool-button";
import { variant } from "./variant";

export type { ClassReference } from "./object";
export type { PackedSchema } from "./packed";
export type { UsageOptions } from "./property-usage";
export type { RangeOptions } from "./range";
export type { Schema, TypeOf, TypesOf } from "./schema";

/**
 * The types that members of a registered class can have, and how the inspector edits them.
 *
 * @example
 * @property(t.range(1, 100)) accessor worth = 10;
 */
export const t = {
  ...scalar,
  ...text,
  ...math,
  ...handle,
  ...packed,
  variant,
  object,
  node,
  resource,
  nullable,
  optional,
  array,
  arrayOf,
  dictionary,
  dictionaryOf,
  enum: oneOf,
  enumOf,
  enumSuggestion,
  range,
  ...flags,
  ...path,
  ...textField,
  ...field,
  toolButton,
  custom,
} as const;
