/** Where things lie in the sysroot, which is laid out as Debian lays out a whole system. */
export interface SysrootLayout {
  readonly libraries: string;
  readonly loader: string;
  /** A library path for programs of the sysroot, which look nowhere else. */
  readonly libraryPath: string;
  readonly patchelf: readonly string[];
  readonly godot: string;
  readonly templateRelease: string;
  readonly templateDebug: string;
  readonly nodePrefix: string;
}

export function layoutOf(sysroot: string): SysrootLayout {
  const libraries = `${sysroot}/usr/lib/x86_64-linux-gnu`;
  const loader = `${sysroot}/usr/lib64/ld-linux-x86-64.so.2`;
  const libraryPath = `${libraries}:${libraries}/pulseaudio`;
  return {
    libraries,
    loader,
    libraryPath,
    // Not patched itself, so its loader is called by hand.
    patchelf: [loader, "--library-path", libraries, `${sysroot}/usr/bin/patchelf`],
    godot: `${sysroot}/usr/bin/godot`,
    templateRelease: `${sysroot}/usr/bin/godot-template-release`,
    templateDebug: `${sysroot}/usr/bin/godot-template-debug`,
    nodePrefix: `${sysroot}/usr`,
  };
}
