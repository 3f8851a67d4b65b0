import { api, classNumber, classTable, leaveTableOnDisk } from "./api";
import { argumentError, countError, freedError, refusedError } from "./call-error";
import { encodeObject } from "./encode-object";
import { engineClass, engineMethod } from "./engine-class";
import { defineByName } from "./foreign-class";
import { type Hooks, native } from "./native";
import { objectMethods } from "./object-methods";
import { openFile } from "./open-file";
import { decodePacked, encodePacked } from "./packed-array";
import { decodeValue } from "./value-class";

/** The hooks that are not about the engine's API: what the layer above does. */
export type HostHooks = Pick<Hooks, "report" | "initialize" | "frame" | "shutdown" | "exit">;

let host: HostHooks = {
  report: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
  initialize: () => {},
  frame: () => {},
  shutdown: () => {},
  exit: () => {},
};

/** Has the layer above told what happens. */
export function setHostHooks(hooks: HostHooks): void {
  host = hooks;
}

// From here on, classes of the engine can be used: so this comes first of all.
native.setClassTable(api.order, Uint16Array.from(api.last), classNumber("RefCounted") ?? 0);
native.setHooks({
  defineClass: defineByName,
  decodeValue,
  encodeObject,
  decodePacked,
  encodePacked,
  freedError,
  argumentError,
  countError,
  refusedError,
  report: (error, where) => host.report(error, where),
  initialize: (level) => host.initialize(level),
  frame: () => host.frame(),
  shutdown: () => host.shutdown(),
  exit: (code) => host.exit(code),
});
engineClass("Object");
const { notification, getClass } = classTable("Object").methods;
const { getReferenceCount } = classTable("RefCounted").methods;
native.setObjectMethods(notification?.[1] ?? 0, getClass?.[1] ?? 0, getReferenceCount?.[1] ?? 0);
objectMethods.connect = engineMethod("Object", "connect");
objectMethods.disconnect = engineMethod("Object", "disconnect");
objectMethods.isConnected = engineMethod("Object", "is_connected");
leaveTableOnDisk(openFile);
