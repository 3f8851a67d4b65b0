import { type Constructor, registerClass } from "../../godot";
import { whenClassExists } from "../driver/engine-level";
import { withHelp } from "../editor/editor-help";
import { reportError } from "../log/report";
import { describeClass, type RegisterOptions } from "./class-description";
import { membersOf } from "./class-members";
import { addRegistration, refuseRegistration } from "./registered-classes";

/**
 * Makes a class a class of Godot: in the Create Node dialog, in scenes, in GDScript.
 *
 * One that can't be registered (it extends a class that isn't, or a member's name is taken) is told in
 * Godot's log, and `new` of it throws. The game and the other classes go on.
 *
 * @example
 * @register()
 * export class Coin extends Area2D {}
 */
export function register(options: RegisterOptions = {}) {
  // The line that an error names: the class is defined by code that no source map knows.
  const place = new Error();
  return (Class: Constructor, context: ClassDecoratorContext): void => {
    const attempt = (run: () => void): void => {
      try {
        run();
      } catch (error) {
        refuseRegistration(Class, error);
        reportError(moved(error, place), `@register ${Class.name}`);
      }
    };
    // When the whole class is there, static members included.
    context.addInitializer(() =>
      attempt(() => {
        const members = membersOf(context.metadata);
        const { description: described, registration } = describeClass(Class, members, options);
        addRegistration(Class, registration);
        const description = withHelp(Class, described);
        // Classes of the editor come later than those of the game, and in a game never.
        whenClassExists(registration.engineBase, () => attempt(() => registerClass(description)));
      }),
    );
  };
}

/** The error as if it had been thrown at a place. */
function moved(error: unknown, place: Error): unknown {
  if (!(error instanceof Error)) return error;
  const frames = (place.stack ?? "").replace(/^.*\n/, "");
  error.stack = `${error.name}: ${error.message}\n${frames}`;
  return error;
}
