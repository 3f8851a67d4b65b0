import { type Constructor, native } from "../godot";
import { describeClass } from "./class-description";
import { membersOf } from "./class-members";
import { whenClassExists } from "./engine-level";
import { addRegistration } from "./registered-classes";

export interface RegisterOptions {
  /** What Godot calls it. By default the class's name. */
  readonly name?: string | undefined;
  /** An icon for the editor, such as `res://coin.svg`. */
  readonly icon?: string | undefined;
  /** Has no instances of its own. */
  readonly abstract?: boolean | undefined;
  /** Whether instances run in the editor too, as those of a `@tool` script do. By default not. */
  readonly tool?: boolean | undefined;
  /** Kept out of the Create Node dialog. */
  readonly internal?: boolean | undefined;
}

/**
 * Makes a class a class of Godot: in the Create Node dialog, in scenes, in GDScript.
 *
 * @example
 * @register()
 * export class Coin extends Area2D {}
 *
 * @throws TypeError when it extends a class that is not registered.
 */
export function register(options: RegisterOptions = {}) {
  return (Class: Constructor, context: ClassDecoratorContext): void => {
    // When the whole class is there, static members included.
    context.addInitializer(() => {
      const description = describeClass(Class, membersOf(context.metadata), options);
      const { name, engineBase } = description;
      addRegistration(Class, { name, engineBase });
      // Classes of the editor come later than those of the game, and in a game never.
      whenClassExists(engineBase, () => native.registerClass(description));
    });
  };
}
