/** Compiles when `value` is a `T`, or narrower. */
export declare function expectType<T>(value: T): void;

/** `expectExactly<T>()(value)` compiles when `value` is a `T` and nothing else, and never for `any`. */
export declare function expectExactly<T>(): <V>(
  value: V,
  ...proof: Same<T, V> extends true ? [] : ["the types differ"]
) => void;

type Same<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
