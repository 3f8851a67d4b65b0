import { native } from "./native";

/** What is known of an object that the engine has freed, and of what was tried with it. */
export interface FreedObject {
  readonly className: string;
  /** What `getInstanceId` gave while it lived. */
  readonly instanceId: number | bigint;
  /** The member that was used; empty where the object was not used by itself. */
  readonly member: string;
}

/** Thrown by any use of an object that the engine has freed. */
export class FreedObjectError extends Error implements FreedObject {
  override readonly name = "FreedObjectError";
  readonly className: string;
  readonly instanceId: number | bigint;
  readonly member: string;

  constructor(what: string, { className, instanceId, member }: FreedObject) {
    const id = BigInt.asUintN(64, BigInt(instanceId));
    super(`${what} has been freed (it was <${className}#${id}>)`);
    this.className = className;
    this.instanceId = instanceId;
    this.member = member;
  }
}

/** The error for the use of a member of an object that is gone. */
export function freedObjectError(object: object, member: string): FreedObjectError {
  return freedReceiverError(object.constructor.name, native.freedId(object) ?? 0, member);
}

export function freedReceiverError(
  className: string,
  instanceId: number | bigint,
  member: string,
): FreedObjectError {
  const what = member === "" ? `the ${className}` : `${className}.${member}: the ${className}`;
  return new FreedObjectError(what, { className, instanceId, member });
}
