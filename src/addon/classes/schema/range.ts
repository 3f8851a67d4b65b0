import { hint } from "./property-hint";
import { float, int } from "./scalar";
import { type Schema, withHint } from "./schema";

export interface RangeOptions<T = number> {
  /**
   * What is in the range. By default an int where both ends and the step are integers, else a float.
   * Vectors may be too: each component is then.
   */
  readonly type?: Schema<T> | undefined;
  /** By default the editor's: 1 for an int. */
  readonly step?: number | undefined;
  /** More than `max` may be typed in. */
  readonly orGreater?: boolean | undefined;
  /** Less than `min` may be typed in. */
  readonly orLess?: boolean | undefined;
  /** The slider is exponential. */
  readonly exp?: boolean | undefined;
  /** The value is in radians, shown in degrees; `min`, `max` and `step` are in degrees. */
  readonly radiansAsDegrees?: boolean | undefined;
  /** The value is an angle in degrees. */
  readonly degrees?: boolean | undefined;
  /** An int has a slider. */
  readonly preferSlider?: boolean | undefined;
  /** Without slider or arrows. */
  readonly hideControl?: boolean | undefined;
  /** A unit, shown after the number. */
  readonly suffix?: string | undefined;
}

/**
 * A number that the inspector keeps within a range. Code is not kept there: a setter can do that.
 *
 * @example
 * @property(t.range(1, 100)) accessor worth = 10;
 * @property(t.range(0, 1, { step: 0.01, suffix: "m" })) accessor height = 0.5;
 */
export function range<T = number>(
  min: number,
  max: number,
  options: RangeOptions<T> = {},
): Schema<T> {
  return withHint(options.type ?? numberFor(min, max, options), hint.range, () =>
    [
      ...[min, max, ...(options.step === undefined ? [] : [options.step])].map(asFloat),
      ...keywords.filter(([option]) => options[option] === true).map(([, keyword]) => keyword),
      ...(options.suffix === undefined ? [] : [`suffix:${options.suffix}`]),
    ].join(","),
  );
}

const keywords = [
  ["orGreater", "or_greater"],
  ["orLess", "or_less"],
  ["exp", "exp"],
  ["radiansAsDegrees", "radians_as_degrees"],
  ["degrees", "degrees"],
  ["preferSlider", "prefer_slider"],
  ["hideControl", "hide_control"],
] as const;

function numberFor<T>(min: number, max: number, options: RangeOptions<T>): Schema<T> {
  const isOfInts = [min, max, options.step ?? 1].every(Number.isInteger);
  const schema = isOfInts && options.radiansAsDegrees !== true ? int : float;
  // Only where no other type was asked for.
  return schema as Schema<unknown> as Schema<T>;
}

/** As the engine writes a float. */
function asFloat(number: number): string {
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}
