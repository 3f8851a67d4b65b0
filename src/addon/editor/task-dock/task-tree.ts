import { HorizontalAlignment, isInstanceValid, Tree, type TreeItem } from "godot";
import { editorPixels } from "./editor-look";
import type { RowChanges } from "./row-changes";
import { colorOf, iconOf } from "./row-look";
import { ageText, placeOfRow, shortPlace, stateText, waitsText } from "./row-text";
import type { TaskModel } from "./task-model";
import type { TaskRow } from "./task-row";

const columns = ["Task", "State", "Age", "Waits for", "Line"] as const;
const [TASK, STATE, AGE, WAITS, LINE] = [0, 1, 2, 3, 4] as const;
const right = HorizontalAlignment.HORIZONTAL_ALIGNMENT_RIGHT;

/** The dock's tree. It changes what has changed, so that what is selected and folded stays so. */
export class TaskTree {
  readonly control = new Tree();
  readonly #items = new Map<number, TreeItem>();
  readonly #ages = new Map<number, string>();

  constructor() {
    const tree = this.control;
    tree.name = "Tree";
    tree.hideRoot = true;
    tree.columns = columns.length;
    tree.columnTitlesVisible = true;
    tree.selectMode = Tree.SELECT_ROW;
    tree.allowRmbSelect = true;
    for (const [column, title] of columns.entries()) {
      tree.setColumnTitle(column, title);
      tree.setColumnTitleAlignment(column, HorizontalAlignment.HORIZONTAL_ALIGNMENT_LEFT);
      tree.setColumnClipContent(column, true);
      tree.setColumnExpand(column, column !== STATE && column !== AGE);
    }
    tree.setColumnExpandRatio(TASK, 3);
    tree.setColumnExpandRatio(WAITS, 3);
    tree.setColumnExpandRatio(LINE, 2);
    tree.setColumnCustomMinimumWidth(STATE, editorPixels(90));
    tree.setColumnCustomMinimumWidth(AGE, editorPixels(90));
    tree.setColumnTitleAlignment(AGE, right);
    tree.createItem();
  }

  /** The key of the row that is selected. */
  get selected(): number | undefined {
    const item = this.control.getSelected();
    return item === null ? undefined : Number(item.getMetadata(TASK));
  }

  /** Shows what has changed in a model that has taken the changes. */
  update(model: TaskModel, changes: RowChanges): void {
    if (changes.isAll) this.clear();
    for (const row of changes.rows) this.#show(row);
    for (const key of changes.gone) this.#remove(key);
    for (const row of model.rows.values()) this.#showAge(row, model.now);
  }

  /** Shows these rows alone. */
  filter(shown: ReadonlySet<number>): void {
    for (const [key, item] of this.#items) {
      const isShown = shown.has(key);
      if (item.visible !== isShown) item.visible = isShown;
    }
  }

  clear(): void {
    this.control.clear();
    this.control.createItem();
    this.#items.clear();
    this.#ages.clear();
  }

  #show(row: TaskRow): void {
    const item = this.#itemOf(row);
    item.setText(TASK, row.name);
    item.setIcon(TASK, iconOf(row));
    item.setIconMaxWidth(TASK, editorPixels(16));
    item.setText(STATE, stateText(row));
    item.setText(WAITS, waitsText(row));
    item.setTooltipText(WAITS, waitsText(row));
    item.setText(LINE, shortPlace(placeOfRow(row)));
    item.setTooltipText(LINE, placeOfRow(row));
    const color = colorOf(row);
    for (const column of columns.keys()) {
      if (color === undefined) item.clearCustomColor(column);
      else item.setCustomColor(column, color);
    }
  }

  #itemOf(row: TaskRow): TreeItem {
    const parent = this.#items.get(row.parent) ?? this.control.getRoot();
    const known = this.#items.get(row.key);
    if (known === undefined) {
      const item = this.control.createItem(parent);
      item.setMetadata(TASK, row.key);
      item.setTextAlignment(AGE, right);
      this.#items.set(row.key, item);
      return item;
    }
    const before = known.getParent();
    if (before !== parent) {
      before?.removeChild(known);
      parent?.addChild(known);
    }
    return known;
  }

  #showAge(row: TaskRow, now: number): void {
    const age = ageText(row, now);
    if (this.#ages.get(row.key) === age) return;
    this.#ages.set(row.key, age);
    this.#items.get(row.key)?.setText(AGE, age);
  }

  #remove(key: number): void {
    const item = this.#items.get(key);
    this.#items.delete(key);
    this.#ages.delete(key);
    // What it belonged to may be gone, and has taken it along.
    if (item !== undefined && isInstanceValid(item)) item.free();
  }
}
