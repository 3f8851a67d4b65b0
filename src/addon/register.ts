import { type Constructor, registerClass } from "../godot";
import { describeClass, type RegisterOptions } from "./class-description";
import { membersOf } from "./class-members";
import { withHelp } from "./editor-help";
import { whenClassExists } from "./engine-level";
import { addRegistration } from "./registered-classes";

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
      const described = describeClass(Class, membersOf(context.metadata), options);
      const { name, engineBase } = described;
      addRegistration(Class, { name, engineBase });
      const description = withHelp(Class, described);
      // Classes of the editor come later than those of the game, and in a game never.
      whenClassExists(engineBase, () => registerClass(description));
    });
  };
}
