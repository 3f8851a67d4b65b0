import { currentTask, nextFrame, spawn, TestHost, useAmbientSlot } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

/** Whether a task is the current one before and after a wait, and none is outside of it. */
async function knowsTasks(): Promise<boolean> {
  const task = spawn(async (self) => {
    const before = currentTask() === self;
    await nextFrame();
    return before && currentTask() === self;
  });
  await host.advanceFrames(2);
  return (await task) && currentTask() === undefined;
}

test.each([
  ["that nobody looks into", { get: () => undefined, set: () => {} }],
  ["that is somebody else's", slotOf({})],
])("tasks are known as before after a slot was given %s", async (_, slot) => {
  useAmbientSlot(slot);
  expect(await knowsTasks()).toBe(true);
});

/** A slot beside Node's, which keeps what is put there. */
function slotOf(first: unknown) {
  let kept = first;
  return {
    get: () => kept,
    set(frame: unknown) {
      kept = frame;
    },
  };
}
