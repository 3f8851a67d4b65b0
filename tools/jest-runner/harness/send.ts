import { writeSync } from "node:fs";
import { type Message, messageDescriptor } from "../protocol";

/** Tells jest's runner. */
export function send(message: Message): void {
  writeSync(messageDescriptor, `${JSON.stringify(message)}\n`);
}
