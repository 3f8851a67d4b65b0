import { PopupMenu, Rect2i, type Vector2, Vector2i } from "godot";
import { editorIcon } from "./editor-look";
import type { EnabledActions, RowActions } from "./row-actions";

const ids = { open: 0, cancel: 1 } as const;

/** What a right click on a row opens. */
export class TaskMenu {
  readonly control = new PopupMenu();

  constructor(actions: RowActions) {
    const menu = this.control;
    menu.addIconItem(editorIcon("Script"), "Open Line", ids.open);
    menu.addIconItem(editorIcon("Stop"), "Cancel Task", ids.cancel);
    menu.idPressed.connect((id) => {
      if (id === ids.open) actions.open();
      else actions.cancel();
    });
  }

  /** @param position - on the screen */
  popUp(position: Vector2, { open, cancel }: EnabledActions): void {
    this.control.setItemDisabled(ids.open, !open);
    this.control.setItemDisabled(ids.cancel, !cancel);
    this.control.popup(new Rect2i(new Vector2i(position.x, position.y), Vector2i.ZERO));
  }
}
