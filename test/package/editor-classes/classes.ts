import { ClassDB, EditorInterface, EditorPlugin, Node } from "godot";
import { property, register, t } from "godot-ts";

/** Runs in the editor. */
@register({ tool: true, icon: "res://addons/godot_ts/icons/async_executor_driver.svg" })
export class Tool extends Node {
  constructor() {
    super();
    console.log("tool made");
  }
}

/** Is a placeholder in the editor. */
@register()
export class Played extends Node {
  @property(t.int) accessor worth = 10;

  constructor() {
    super();
    console.log("played made");
  }
}

@register()
export class PluginInTypeScript extends EditorPlugin {
  override _enterTree(): void {
    console.log(`plugin entered, in the editor: ${EditorInterface.getEditorScale() > 0}`);
    ClassDB.instantiate<Node>("Tool")?.free();
    const played = ClassDB.instantiate<Node>("Played");
    console.log(`placeholder: ${played?.getClass()}, worth ${played?.get("worth")}`);
    played?.free();
  }
  override _getPluginName(): string {
    return "In TypeScript";
  }
  override _hasMainScreen(): boolean {
    return false;
  }
  override _exitTree(): void {
    console.log("plugin left");
  }
}
