/** The folder of the Godot project that this addon is in. */
export const project: string;

/** Options for esbuild, to be completed with an entry and an outfile. */
export const bundleOptions: {
  absWorkingDir: string;
  bundle: true;
  format: "cjs";
  platform: "node";
  target: string;
  sourcemap: "linked";
  keepNames: true;
  legalComments: "none";
  alias: Record<string, string>;
  external: string[];
};
