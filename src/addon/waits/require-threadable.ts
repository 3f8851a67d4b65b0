import { Callable, ClassDB } from "godot";
import { type Constructor, native } from "../../godot";
import { registrationOf } from "../classes/registered-classes";

/**
 * @throws TypeError unless it is a Callable that may run on any thread: JavaScript's may not.
 * @throws RangeError when there is nothing to call any more.
 */
export function requireThreadable(callable: Callable, caller: string): void {
  if (typeof callable === "function" || isOfJavaScript(callable)) {
    throw new TypeError(
      `${caller} runs methods of the engine and of GDScript, and not JavaScript, which runs on the main thread alone: use node:worker_threads`,
    );
  }
  if (!(callable instanceof Callable)) {
    throw new TypeError(`${caller} needs a Callable, but got ${native.stringify(callable)}`);
  }
  if (!callable.isValid()) {
    throw new RangeError(
      `${caller}: ${native.stringify(callable)} can't be called: its object is freed, or has no such method`,
    );
  }
}

/** Whether it is a function, or a method of a class written in TypeScript. */
function isOfJavaScript(callable: unknown): boolean {
  if (native.functionOf(callable) !== undefined) return true;
  if (!(callable instanceof Callable)) return false;
  const object = callable.getObject();
  // A function with arguments bound; one of GDScript's has its object, or its script.
  if (object === null) return callable.isCustom();
  const registration = registrationOf(object.constructor as Constructor);
  if (registration === undefined) return false;
  // A script on top of it may have methods of its own.
  const method = callable.getMethod();
  return (
    ClassDB.classHasMethod(registration.name, method) &&
    !ClassDB.classHasMethod(registration.engineBase, method)
  );
}
