/** What the rest of the tools needs to know of Godot and of Node as a shared library. */
export interface Engine {
  /** The editor's program, which also runs games. */
  readonly godot: string;
  /** As `godot --version` says it, e.g. `4.6.3.stable.official.abcdef`. */
  readonly godotVersion: string;
  /**
   * The export templates, or undefined where Godot was given by `GODOT`: Godot then finds those
   * that its own user has installed.
   */
  readonly templates: ExportTemplates | undefined;
  /** `libnode.so.N`. */
  readonly libnode: string;
  readonly nodeVersion: string;
  /** The folders of Node's, V8's and libuv's headers. */
  readonly nodeInclude: readonly string[];
  /**
   * Where the libraries that libnode was linked to are, or undefined where Node was given by
   * `LIBNODE`: those are the machine's own.
   */
  readonly libraryFolder: string | undefined;
  /** What to put before the absolute paths in libnode: they are those of this file system. */
  readonly nodeRoot: string;
  /** The command that runs patchelf. */
  readonly patchelf: readonly string[];
  /** Has `extension_api.json` and `gdextension_interface.h`, written by this Godot. */
  readonly apiFolder: string;
}

export interface ExportTemplates {
  readonly release: string;
  readonly debug: string;
}
