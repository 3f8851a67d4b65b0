import { addon } from "../repository";

/** The addon's libraries for Linux. */
export const binaries = `${addon}/bin/linux.x86_64`;

/** The extension itself; every other library beside it is one that it needs. */
export const extensionName = "libgodot_ts.so";
export const extensionLibrary = `${binaries}/${extensionName}`;
