import type { EngineModel } from "./class-model";

/** How much of a dump reaches TypeScript. */
export interface Coverage {
  /** How many there are of each kind of thing. */
  readonly reached: Readonly<Record<string, number>>;
  /** What is left out. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Counts what the run-time table and the types are made of. */
export function coverage({ api, classes }: EngineModel): Coverage {
  const count = (size: (each: (typeof classes)[number]) => number) =>
    classes.reduce((sum, each) => sum + size(each), 0);
  const sum = (sizes: readonly number[]) => sizes.reduce((all, each) => all + each, 0);
  return {
    reached: {
      classes: classes.length,
      "builtin types": api.builtin_classes.length,
      methods: count((each) => each.methods.size),
      "virtual methods": count((each) => each.virtuals.size),
      properties: count((each) => each.properties.size),
      signals: count((each) => each.signals.size),
      enums: count((each) => each.api.enums?.length ?? 0),
      constants: count(
        ({ api: { constants = [], enums = [] } }) =>
          constants.length + sum(enums.map((each) => each.values.length)),
      ),
      "utility functions": api.utility_functions.length,
      singletons: api.singletons.length,
      "global enums": api.global_enums.length,
      "global constants":
        api.global_constants.length + sum(api.global_enums.map((each) => each.values.length)),
    },
    skipped: classes.flatMap((each) =>
      each.skippedProperties.map((name) => ({
        name: `${each.api.name}.${name}`,
        reason: "it has no getter of its own",
      })),
    ),
  };
}

/** The counts, in a sentence for people. */
export function describeCoverage({ reached, skipped }: Coverage): string {
  const counts = Object.entries(reached).map(
    ([kind, number]) => `${number.toLocaleString("en")} ${kind}`,
  );
  const left = skipped.map(({ name, reason }) => `\nleft out: ${name}, since ${reason}`);
  return `reached: ${counts.join(", ")}${left.join("")}`;
}
