// The engine's `PropertyUsageFlags`: where a property is stored and shown.
import type { PropertyDescription } from "../../../godot";

export const usage = {
  storage: 2,
  editor: 4,
  default: 6,
  internal: 8,
  checkable: 16,
  checked: 32,
  classIsBitfield: 512,
  noInstanceState: 1024,
  restartIfChanged: 2048,
  storeIfNull: 8192,
  updateAllIfModified: 16384,
  classIsEnum: 65536,
  nilIsVariant: 131072,
  alwaysDuplicate: 524288,
  neverDuplicate: 1048576,
  highEndGfx: 2097152,
  nodePathFromSceneRoot: 4194304,
  resourceNotPersistent: 8388608,
  keyingIncrements: 16777216,
  deferredSetResource: 33554432,
  editorInstantiateObject: 67108864,
  editorBasicSetting: 134217728,
  readOnly: 268435456,
  secret: 536870912,
} as const;

/**
 * Where a property is stored and shown.
 *
 * By default it is both stored and shown; one that has only a getter is shown, read-only.
 */
export interface UsageOptions {
  /** Whether scenes and resources store it. */
  readonly storage?: boolean | undefined;
  /** Whether the inspector shows it. */
  readonly editor?: boolean | undefined;
  /** Shown, and not to be changed there. Code can change it still. */
  readonly readOnly?: boolean | undefined;
  /** Left out of the class reference. */
  readonly internal?: boolean | undefined;
  /** Has a box beside it that can be checked. */
  readonly checkable?: boolean | undefined;
  /** Its box is checked. */
  readonly checked?: boolean | undefined;
  /** Not saved in scenes, of instances of this class alone. */
  readonly noInstanceState?: boolean | undefined;
  /** The editor asks to be restarted after a change. */
  readonly restartIfChanged?: boolean | undefined;
  /** An object is stored also when it is null. */
  readonly storeIfNull?: boolean | undefined;
  /** A change refreshes all that the inspector shows, for others that depend on it. */
  readonly updateAllIfModified?: boolean | undefined;
  /** `Resource.duplicate` always duplicates what is in it. */
  readonly alwaysDuplicate?: boolean | undefined;
  /** `Resource.duplicate` never duplicates what is in it. */
  readonly neverDuplicate?: boolean | undefined;
  /** Shown only where the renderer is not Compatibility. */
  readonly highEndGfx?: boolean | undefined;
  /** A node path is from the root of the scene, for resources. */
  readonly nodePathFromSceneRoot?: boolean | undefined;
  /** The getter makes a new resource each time. */
  readonly resourceNotPersistent?: boolean | undefined;
  /** A new key in an animation has the value after the last one. */
  readonly keyingIncrements?: boolean | undefined;
  /** A resource is set only when the scene has been loaded. */
  readonly deferredSetResource?: boolean | undefined;
  /** A new node in the editor gets a new resource here. */
  readonly editorInstantiateObject?: boolean | undefined;
  /** Of project settings: shown when advanced ones are not. */
  readonly editorBasicSetting?: boolean | undefined;
  /** Of export presets: stored apart, since it is confidential. */
  readonly secret?: boolean | undefined;
}

/** The description with the usage that the options ask for. */
export function withUsage(
  description: PropertyDescription,
  options: UsageOptions,
): PropertyDescription {
  let flags = description.usage ?? usage.default;
  for (const [name, flag] of Object.entries(usage)) {
    const wanted = options[name as keyof UsageOptions];
    if (wanted !== undefined) flags = wanted ? flags | flag : flags & ~flag;
  }
  return { ...description, usage: flags };
}
