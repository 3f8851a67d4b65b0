/**
 * Libraries that are part of every Linux and never shipped: glibc's own, and the compiler's.
 *
 * The compiler's two are left out although they are no part of glibc: a process can have only one
 * of each, which is the one that Godot loaded first, so a newer copy in the addon would not be used.
 */
const NAMES = [
  "ld-linux-x86-64",
  "libc",
  "libdl",
  "libgcc_s",
  "libm",
  "libpthread",
  "libresolv",
  "librt",
  "libstdc++",
  "libutil",
];

/** Whether a library, by the name others need it by, is there on every Linux. */
export function isPartOfEveryLinux(name: string): boolean {
  return NAMES.includes(name.replace(/\.so\..*$/, ""));
}
