/** What can be done with the row that is selected. */
export interface RowActions {
  /** Opens the line in which it waits. */
  open(): void;
  /** Cancels it, and all that belongs to it. */
  cancel(): void;
}

/** Which of the actions can be taken now. */
export type EnabledActions = { readonly [action in keyof RowActions]: boolean };
