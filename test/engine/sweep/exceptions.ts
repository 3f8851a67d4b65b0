// Calls that the sweep leaves out, each with the reason. Those that crash or hang do so in GDScript
// too: the engine's own.

interface Exception {
  /** `Class.member`, by the class that declares it; `Class.*` for the whole class. */
  readonly call: string;
  /** The sets of arguments that are left out; all where none is named. */
  readonly sets?: readonly string[];
  readonly why: string;
}

const zeros = "zeros and null objects";

const exceptions: readonly Exception[] = [
  // The engine crashes.
  {
    call: "Animation.trackMoveUp",
    sets: ["negative", "largest int"],
    why: "crashes: a negative track is not refused",
  },
  {
    call: "Animation.trackMoveDown",
    sets: [zeros],
    why: "crashes: the first track is moved to a negative place",
  },
  {
    call: "AudioStreamPlayback.getPlaybackPosition",
    sets: ["nothing", "null", zeros],
    why: "crashes: an AudioStreamPlaybackOggVorbis without a stream is not refused",
  },
  {
    call: "AudioStreamPlayback.mixAudio",
    sets: [zeros],
    why: "crashes: an AudioStreamPlaybackOggVorbis without a stream is not refused",
  },
  {
    call: "FramebufferCacheRD.getCacheMultipass",
    sets: [zeros],
    why: "crashes: there is no rendering device without a window, and nobody asks",
  },
  {
    call: "UniformSetCacheRD.getCache",
    sets: [zeros],
    why: "crashes: there is no rendering device without a window, and nobody asks",
  },
  {
    call: "RenderSceneBuffersRD.createTexture",
    sets: [zeros],
    why: "crashes: there is no rendering device without a window, and nobody asks",
  },
  {
    call: "RenderSceneBuffersRD.getVelocityTexture",
    sets: ["nothing", zeros],
    why: "crashes: there is no rendering device without a window, and nobody asks",
  },
  {
    call: "RenderSceneBuffersRD.getVelocityLayer",
    sets: [zeros],
    why: "crashes: there is no rendering device without a window, and nobody asks",
  },
  {
    call: "RenderSceneBuffers.configure",
    sets: ["null", zeros],
    why: "crashes: a RenderSceneBuffersRD does not refuse null",
  },
  {
    call: "GLTFDocument.importObjectModelProperty",
    sets: [zeros],
    why: "crashes: null is not refused",
  },
  {
    call: "GLTFNode.getSceneNodePath",
    sets: ["null", zeros],
    why: "crashes: null is not refused",
  },
  {
    call: "GLTFState.appendGltfNode",
    sets: [zeros],
    why: "crashes: null is not refused",
  },
  {
    call: "OpenXRInteractionProfile.setBindings",
    sets: ["array"],
    why: "crashes: an item that is no binding is not refused",
  },
  {
    call: "OpenXRInteractionProfile.bindings",
    sets: ["array"],
    why: "crashes: an item that is no binding is not refused",
  },
  {
    call: "OpenXRExtensionWrapper.registerExtensionWrapper",
    why: "crashes at exit: the engine frees the wrapper, also one that has been freed",
  },
  {
    call: "PhysicsServer2DExtension.*",
    why: "crashes: one that is made takes the place of the engine's own, and leaves none when freed",
  },
  {
    call: "PhysicsServer3DExtension.*",
    why: "crashes: one that is made takes the place of the engine's own, and leaves none when freed",
  },
  {
    call: "TextServerManager.setPrimaryInterface",
    why: "crashes: null is not refused, and all text needs one",
  },

  // They hang.
  {
    call: "AnimationNodeTransition.setInputCount",
    sets: ["negative", "largest int"],
    why: "never ends: inputs are removed until there are as many",
  },
  {
    call: "AnimationNodeTransition.inputCount",
    sets: ["negative", "largest int"],
    why: "never ends: inputs are removed until there are as many",
  },
  { call: "Semaphore.wait", why: "waits until another thread posts" },
  {
    call: "WorkerThreadPool.waitForTaskCompletion",
    sets: ["number", "boolean"],
    why: "waits for whatever task has that number, which may be one of the engine's own",
  },
  { call: "UPNP.discover", why: "asks the network, and waits for seconds" },
  { call: "OS.delayMsec", why: "waits for as long as it is told" },
  { call: "OS.delayUsec", why: "waits for as long as it is told" },
  { call: "OS.readBufferFromStdin", why: "waits for input" },
  { call: "OS.readStringFromStdin", why: "waits for input" },

  // They end the process.
  { call: "OS.crash", why: "crashes: that is what it is for" },
  { call: "OS.kill", why: "ends the process of that number, whosever it is" },
  { call: "OS.setRestartOnExit", why: "starts the game again when the tests are over" },

  // They reach beyond the project, or change it.
  { call: "OS.alert", why: "shows a window of the desktop's" },
  { call: "OS.createInstance", why: "starts a program" },
  { call: "OS.createProcess", why: "starts a program" },
  { call: "OS.execute", why: "starts a program" },
  { call: "OS.executeWithPipe", why: "starts a program" },
  { call: "OS.openWithProgram", why: "starts a program" },
  { call: "OS.shellOpen", why: "starts a program" },
  { call: "OS.shellShowInFileManager", why: "starts a program" },
  { call: "OS.moveToTrash", why: "moves files" },
  { call: "DirAccess.copyAbsolute", why: "writes files" },
  { call: "DirAccess.createTemp", why: "makes folders" },
  { call: "DirAccess.makeDirAbsolute", why: "makes folders" },
  { call: "DirAccess.makeDirRecursiveAbsolute", why: "makes folders" },
  { call: "DirAccess.removeAbsolute", why: "removes files" },
  { call: "DirAccess.renameAbsolute", why: "moves files" },
  { call: "AudioStreamWAV.saveToWav", sets: [zeros], why: "writes the file .wav into the project" },
  { call: "ProjectSettings.save", why: "writes project.godot" },
  { call: "ProjectSettings.saveCustom", why: "writes files" },

  // They do what they say, and it is left behind when the engine exits.
  { call: "RefCounted.initRef", why: "takes a reference that nobody gives back" },
  { call: "RefCounted.reference", why: "takes a reference that nobody gives back" },
  { call: "RefCounted.unreference", why: "gives back a reference that is somebody else's" },
  {
    call: "AStar2D.reserveSpace",
    sets: ["largest int"],
    why: "leaks: the size of the table overflows, and one without a size is never freed",
  },
  {
    call: "AStar3D.reserveSpace",
    sets: ["largest int"],
    why: "leaks: the size of the table overflows, and one without a size is never freed",
  },
  {
    call: "WorkerThreadPool.addGroupTask",
    sets: [zeros],
    why: "starts a group that stays until somebody waits for it",
  },
];

const byCall = new Map(exceptions.map((each) => [each.call, each]));
const used = new Set<Exception>();

/** Whether a call is left out with that set of arguments. */
export function isExcepted(call: string, set: string): boolean {
  const exception = byCall.get(call);
  if (exception === undefined || !(exception.sets?.includes(set) ?? true)) return false;
  used.add(exception);
  return true;
}

/** Those that were never asked for: the engine has no such call any more. */
export function unusedExceptions(): readonly string[] {
  return exceptions.filter((each) => !used.has(each)).map(({ call }) => call);
}
