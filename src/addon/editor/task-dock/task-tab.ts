import {
  Control,
  HorizontalAlignment,
  Label,
  MouseButton,
  TextServer,
  VBoxContainer,
  VerticalAlignment,
} from "godot";
import { emptyText } from "./empty-text";
import { openPlace } from "./open-place";
import type { EnabledActions } from "./row-actions";
import type { RowChanges } from "./row-changes";
import { filterRows } from "./row-filter";
import { countText, placeOfRow } from "./row-text";
import { TaskMenu } from "./task-menu";
import { TaskModel } from "./task-model";
import type { TaskRow } from "./task-row";
import { TaskToolbar } from "./task-toolbar";
import { TaskTree } from "./task-tree";

/** What the tab asks of the game. */
export interface GameLink {
  /** Whether a game runs. */
  readonly isRunning: boolean;
  watch(isWatched: boolean): void;
  cancel(key: number): void;
}

/** The tab "Tasks" of a session of the debugger: the tree of a game's tasks, while it runs. */
export class TaskTab {
  readonly control = new VBoxContainer();
  readonly #game: GameLink;
  readonly #model = new TaskModel();
  readonly #toolbar = new TaskToolbar({
    filter: () => this.#filter(),
    open: () => this.#open(),
    cancel: () => this.#cancel(),
  });
  readonly #tree = new TaskTree();
  readonly #menu = new TaskMenu({ open: () => this.#open(), cancel: () => this.#cancel() });
  readonly #empty = emptyLabel();
  readonly #status = new Label();
  #hasTold = false;

  constructor(game: GameLink) {
    this.#game = game;
    const { control } = this;
    const tree = this.#tree.control;
    control.name = "Tasks";
    tree.sizeFlagsVertical = Control.SIZE_EXPAND_FILL;
    tree.addChild(this.#empty);
    this.#status.name = "Status";
    this.#status.textOverrunBehavior = TextServer.OVERRUN_TRIM_ELLIPSIS;
    this.#status.mouseFilter = Control.MOUSE_FILTER_PASS;
    for (const each of [this.#toolbar.control, tree, this.#status, this.#menu.control]) {
      control.addChild(each);
    }
    control.visibilityChanged.connect(() => this.#watch());
    tree.itemSelected.connect(() => this.#enableTools());
    tree.nothingSelected.connect(() => {
      tree.deselectAll();
      this.#enableTools();
    });
    tree.itemActivated.connect(() => this.#open());
    tree.itemMouseSelected.connect((position, button) => {
      if (button !== MouseButton.MOUSE_BUTTON_RIGHT) return;
      this.#menu.popUp(tree.getScreenPosition().add(position), this.#enabled);
    });
    this.#reset();
  }

  /** A game has begun to run. */
  start(): void {
    this.#reset();
    this.#watch();
  }

  /** The game is over. */
  stop(): void {
    this.#reset();
  }

  /** The game has told what is different. */
  update(changes: RowChanges): void {
    this.#hasTold = true;
    this.#model.apply(changes);
    this.#tree.update(this.#model, changes);
    this.#filter();
  }

  #reset(): void {
    this.#hasTold = false;
    this.#model.clear();
    this.#tree.clear();
    this.#say("");
    this.#filter();
  }

  /** The game tells of its tasks only while somebody looks. */
  #watch(): void {
    if (this.#game.isRunning) this.#game.watch(this.control.isVisibleInTree());
  }

  #filter(): void {
    const { rows, taskCount, shownTaskCount, stuckCount } = this.#model;
    const { filter } = this.#toolbar;
    const shown = filterRows(rows, filter);
    this.#tree.filter(shown);
    const counts = { tasks: taskCount, shown: shownTaskCount, stuck: stuckCount };
    this.#toolbar.showCount(this.#hasTold ? countText(counts) : "");
    const { isRunning } = this.#game;
    const reason = { isRunning, hasTold: this.#hasTold, rowCount: rows.size, filter };
    this.#empty.text = shown.size > 0 ? "" : emptyText(reason);
    this.#enableTools();
  }

  get #enabled(): EnabledActions {
    const row = this.#selected;
    return {
      open: row !== undefined && placeOfRow(row) !== "",
      cancel: row !== undefined && row.state !== "cancelling",
    };
  }

  get #selected(): TaskRow | undefined {
    const key = this.#tree.selected;
    return key === undefined ? undefined : this.#model.rows.get(key);
  }

  #enableTools(): void {
    this.#toolbar.enable(this.#enabled);
  }

  #open(): void {
    const row = this.#selected;
    if (row === undefined) return;
    const place = placeOfRow(row);
    this.#say(
      place === "" ? `The line in which "${row.name}" waits isn't known.` : openPlace(place),
    );
  }

  #cancel(): void {
    const row = this.#selected;
    if (row === undefined) return;
    this.#game.cancel(row.key);
    this.#say(`Asked the game to cancel "${row.name}".`);
  }

  #say(text: string): void {
    this.#status.text = text;
    this.#status.tooltipText = text;
    this.#status.visible = text !== "";
  }
}

/** A text in the middle of a tree that is empty. */
function emptyLabel(): Label {
  const label = new Label();
  label.name = "Empty";
  label.horizontalAlignment = HorizontalAlignment.HORIZONTAL_ALIGNMENT_CENTER;
  label.verticalAlignment = VerticalAlignment.VERTICAL_ALIGNMENT_CENTER;
  label.autowrapMode = TextServer.AUTOWRAP_WORD_SMART;
  label.mouseFilter = Control.MOUSE_FILTER_IGNORE;
  label.setAnchorsAndOffsetsPreset(Control.PRESET_FULL_RECT);
  return label;
}
