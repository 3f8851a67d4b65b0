import { Button, Control, HBoxContainer, Label, LineEdit } from "godot";
import { editorIcon, editorPixels } from "./editor-look";
import type { EnabledActions, RowActions } from "./row-actions";
import type { RowFilter } from "./row-filter";

/** What the dock does when its tools are used. */
export interface ToolbarActions extends RowActions {
  filter(): void;
}

/** The row of tools above the tree. */
export class TaskToolbar {
  readonly control = new HBoxContainer();
  readonly #filter = new LineEdit();
  readonly #onlyStuck = new Button();
  readonly #count = new Label();
  readonly #open = new Button();
  readonly #cancel = new Button();

  constructor(actions: ToolbarActions) {
    this.#filter.name = "Filter";
    this.#filter.placeholderText = "Filter by name";
    this.#filter.clearButtonEnabled = true;
    this.#filter.rightIcon = editorIcon("Search");
    this.#filter.customMinimumSize = this.#filter.customMinimumSize.with({
      x: editorPixels(220),
    });
    this.#filter.textChanged.connect(() => actions.filter());
    this.#onlyStuck.name = "OnlyStuck";
    this.#onlyStuck.text = "Stuck";
    this.#onlyStuck.tooltipText = "Show only tasks that have waited for too long.";
    this.#onlyStuck.toggleMode = true;
    this.#onlyStuck.toggled.connect(() => actions.filter());
    this.#count.name = "Count";
    this.#count.sizeFlagsHorizontal = Control.SIZE_EXPAND_FILL;
    this.#open.name = "Open";
    this.#open.text = "Open Line";
    this.#open.tooltipText = "Open the line of TypeScript in which the task waits.";
    this.#open.pressed.connect(() => actions.open());
    this.#cancel.name = "Cancel";
    this.#cancel.text = "Cancel";
    this.#cancel.tooltipText = "Cancel the task, and all that belongs to it.";
    this.#cancel.pressed.connect(() => actions.cancel());
    const icons = { OnlyStuck: "StatusWarning", Open: "Script", Cancel: "Stop" } as const;
    for (const each of [this.#onlyStuck, this.#open, this.#cancel]) {
      each.icon = editorIcon(icons[each.name as keyof typeof icons]);
      each.themeTypeVariation = "FlatButton";
    }
    for (const each of [this.#filter, this.#onlyStuck, this.#count, this.#open, this.#cancel]) {
      this.control.addChild(each);
    }
    this.enable({ open: false, cancel: false });
  }

  get filter(): RowFilter {
    return { text: this.#filter.text, onlyStuck: this.#onlyStuck.buttonPressed };
  }

  showCount(text: string): void {
    this.#count.text = text;
  }

  /** Sets which tools can be used. */
  enable({ open, cancel }: EnabledActions): void {
    this.#open.disabled = !open;
    this.#cancel.disabled = !cancel;
  }
}
