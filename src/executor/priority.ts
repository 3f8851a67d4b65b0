/** How soon a task goes on, beside others that are ready in the same drain. */
export type Priority = "high" | "normal" | "low";

export const PRIORITIES: readonly Priority[] = ["high", "normal", "low"];
