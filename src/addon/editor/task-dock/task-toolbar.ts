import { Button, Control, HBoxContainer, Label, LineEdit, Vector2 } from "godot";
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
  readonly #onlyStuck = toolButton({
    name: "OnlyStuck",
    text: "Stuck",
    icon: "StatusWarning",
    tooltip: "Show only tasks that have waited for too long.",
  });
  readonly #count = new Label();
  readonly #open = toolButton({
    name: "Open",
    text: "Open Line",
    icon: "Script",
    tooltip: "Open the line of TypeScript in which the task waits.",
  });
  readonly #cancel = toolButton({
    name: "Cancel",
    text: "Cancel",
    icon: "Stop",
    tooltip: "Cancel the task, and all that belongs to it.",
  });

  constructor(actions: ToolbarActions) {
    this.#filter.name = "Filter";
    this.#filter.placeholderText = "Filter by name";
    this.#filter.clearButtonEnabled = true;
    this.#filter.rightIcon = editorIcon("Search");
    this.#filter.customMinimumSize = new Vector2(editorPixels(220), 0);
    this.#count.name = "Count";
    this.#count.sizeFlagsHorizontal = Control.SIZE_EXPAND_FILL;
    this.#onlyStuck.toggleMode = true;
    this.#filter.textChanged.connect(() => actions.filter());
    this.#onlyStuck.toggled.connect(() => actions.filter());
    this.#open.pressed.connect(() => actions.open());
    this.#cancel.pressed.connect(() => actions.cancel());
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

interface Tool {
  readonly name: string;
  readonly text: string;
  readonly icon: string;
  readonly tooltip: string;
}

function toolButton({ name, text, icon, tooltip }: Tool): Button {
  const button = new Button();
  button.name = name;
  button.text = text;
  button.icon = editorIcon(icon);
  button.tooltipText = tooltip;
  button.themeTypeVariation = "FlatButton";
  return button;
}
