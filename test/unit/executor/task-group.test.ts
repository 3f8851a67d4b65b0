import {
  nextFrame,
  sleep,
  spawn,
  type Task,
  type TaskGroup,
  TestHost,
  taskGroup,
  tasks,
} from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

async function failAfter(seconds: number, message: string): Promise<never> {
  await sleep(seconds);
  throw new Error(message);
}

test("leaving a group waits for all its tasks", async () => {
  const ended: string[] = [];
  spawn(async () => {
    {
      await using group = taskGroup();
      group.spawn(() => sleep(0.2).then(() => ended.push("slow")));
      group.spawn(() => sleep(0.1).then(() => ended.push("fast")));
    }
    ended.push("left");
  });
  await host.advance(0.3);
  expect(ended).toEqual(["fast", "slow", "left"]);
});

test("leaving a group waits for tasks that its tasks start in it", async () => {
  const ended: string[] = [];
  spawn(async () => {
    {
      await using group = taskGroup();
      group.spawn(async () => {
        await sleep(0.1);
        group.spawn(() => sleep(0.1).then(() => ended.push("second")));
      });
    }
    ended.push("left");
  });
  await host.advance(0.4);
  expect(ended).toEqual(["second", "left"]);
});

test("leaving a group waits for what its tasks left running", async () => {
  const ended: string[] = [];
  spawn(async () => {
    {
      await using group = taskGroup();
      group.spawn(() => void sleep(0.1).then(() => ended.push("left running")));
    }
    ended.push("left");
  });
  await host.advance(0.2);
  expect(ended).toEqual(["left running", "left"]);
});

test("leaving an empty group waits for nothing", async () => {
  const task = spawn(async () => {
    await using _group = taskGroup();
  });
  await host.advanceFrames(1);
  expect(task.state).toBe("completed");
});

test("the first failure cancels the siblings, and is thrown as it is", async () => {
  const reasons: string[] = [];
  const task = spawn(async () => {
    await using group = taskGroup({ name: "wave" });
    group.spawn(() => sleep(10).catch((error) => reasons.push(error.message)));
    group.spawn(() => failAfter(0.1, "the tower fell"));
  });
  task.onSettled(() => true);
  await host.advance(0.2);
  expect(reasons).toEqual(['the tasks of group "wave" were cancelled: the tower fell']);
  expect([task.state, task.error]).toEqual(["failed", new Error("the tower fell")]);
});

test("a sibling of a failure that hadn't begun never runs", async () => {
  let hasRun = false;
  const task = spawn(async () => {
    await using group = taskGroup();
    group.spawn(
      () => {
        throw new Error("at once");
      },
      { start: "now" },
    );
    expect(() =>
      group.spawn(() => {
        hasRun = true;
      }),
    ).toThrow("can start no more tasks");
  });
  task.onSettled(() => true);
  await host.advanceFrames(3);
  expect([hasRun, task.error]).toEqual([false, new Error("at once")]);
});

test("several failures are thrown as one AggregateError, in the order they came", async () => {
  const task = spawn(async () => {
    await using group = taskGroup({ name: "wave" });
    group.spawn(async () => {
      try {
        await sleep(10);
      } finally {
        await failAfter(0.05, "second");
      }
    });
    group.spawn(() => failAfter(0.1, "first"));
  });
  task.onSettled(() => true);
  await host.advance(0.3);
  const error = task.error as AggregateError;
  expect(error).toBeInstanceOf(AggregateError);
  expect(error.message).toBe('2 tasks of group "wave" failed');
  expect(error.errors).toEqual([new Error("first"), new Error("second")]);
});

test("a failure that the block awaited is thrown once", async () => {
  const task = spawn(async () => {
    await using group = taskGroup();
    await group.spawn(() => failAfter(0.1, "awaited"));
  });
  task.onSettled(() => true);
  await host.advance(0.3);
  expect(task.error).toEqual(new Error("awaited"));
});

test("a task of a group that is cancelled by itself is no failure", async () => {
  const task = spawn(async () => {
    await using group = taskGroup();
    group.spawn(() => sleep(10)).cancel();
    group.spawn(() => sleep(0.1));
  });
  await host.advance(0.2);
  expect(task.state).toBe("completed");
});

test("cancelling the task around a group cancels the group, and the reason reaches each catch", async () => {
  const reasons: unknown[] = [];
  const outer = spawn(async () => {
    await using group = taskGroup();
    group.spawn(() => sleep(10).catch((error) => reasons.push(error.reason)));
    group.spawn(async () => {
      await using inner = taskGroup();
      inner.spawn(() => sleep(10).catch((error) => reasons.push(error.reason)));
    });
    await sleep(10);
  });
  await host.advanceFrames(3);
  outer.cancel("night has come");
  await host.advanceFrames(3);
  expect(reasons).toEqual(["night has come", "night has come"]);
  expect([outer.state, host.runtime.taskCount, host.runtime.waitCount]).toEqual([
    "cancelled",
    0,
    0,
  ]);
});

test("a cancelled task waits, as it leaves, for the cleanup of its group", async () => {
  const log: string[] = [];
  const outer = spawn(async () => {
    try {
      await using group = taskGroup();
      group.spawn(async () => {
        try {
          await sleep(10);
        } finally {
          await sleep(0.1);
          log.push("cleaned up");
        }
      });
    } finally {
      log.push("left");
    }
  });
  await host.advanceFrames(2);
  outer.cancel();
  await host.advance(0.2);
  expect([log, outer.state]).toEqual([["cleaned up", "left"], "cancelled"]);
});

test("a failure of an inner group's task goes up to the outer group", async () => {
  const states: (() => string)[] = [];
  const task = spawn(async () => {
    await using outer = taskGroup();
    const sibling = outer.spawn(() => sleep(10));
    states.push(() => sibling.state);
    outer.spawn(async () => {
      await using inner = taskGroup();
      inner.spawn(() => failAfter(0.1, "deep down"));
    });
  });
  task.onSettled(() => true);
  await host.advance(0.3);
  expect(states.map((state) => state())).toEqual(["cancelled"]);
  expect(task.error).toEqual(new Error("deep down"));
});

test("a group that is cancelled ends without an error, and starts no more tasks", async () => {
  const groups: TaskGroup[] = [];
  const task = spawn(async () => {
    await using group = taskGroup({ name: "wave" });
    groups.push(group);
    group.spawn(() => sleep(10));
    group.cancel("retreat");
    group.spawn(() => 1);
  });
  task.onSettled(() => true);
  await host.advanceFrames(3);
  expect((task.error as Error).message).toBe(
    'group "wave" can start no more tasks: the tasks of group "wave" were cancelled: retreat',
  );
  expect(host.runtime.taskCount).toBe(0);
});

test("a group whose task around it was cancelled while it was empty starts no more tasks", async () => {
  let hasRun = false;
  const outer = spawn(async () => {
    await using group = taskGroup();
    try {
      await sleep(10);
    } finally {
      group.spawn(() => {
        hasRun = true;
      });
    }
  });
  await host.advanceFrames(1);
  outer.cancel();
  await host.advanceFrames(2);
  expect([hasRun, outer.state, host.errors]).toEqual([false, "cancelled", []]);
});

test("a group that a task makes when it is cancelled, and doesn't know yet, is cancelled too", async () => {
  let hasRun = false;
  const outer = spawn(async (task) => {
    task.cancel();
    await using group = taskGroup();
    group.spawn(() => {
      hasRun = true;
    });
  });
  await host.advanceFrames(3);
  expect([hasRun, outer.state]).toEqual([false, "cancelled"]);
});

test("a group that was left is not listed any more", async () => {
  const outer = spawn(async () => {
    {
      await using group = taskGroup();
      group.spawn(() => nextFrame());
    }
    await sleep(10);
  });
  await host.advanceFrames(4);
  expect([outer.waitsFor, tasks().map((each) => each.children)]).toEqual(["sleep(10)", [[]]]);
});

test("the cleanup of a cancelled task can make a group", async () => {
  const log: string[] = [];
  const outer = spawn(async () => {
    try {
      await sleep(10);
    } finally {
      await using group = taskGroup();
      group.spawn(() => nextFrame().then(() => log.push("saved")));
    }
  });
  await host.advanceFrames(1);
  outer.cancel();
  await host.advanceFrames(4);
  expect([log, outer.state]).toEqual([["saved"], "cancelled"]);
});

test("a group that its task left behind keeps no other group from ending", async () => {
  const log: string[] = [];
  spawn(async () => {
    {
      await using outer = taskGroup();
      outer.spawn(() => void taskGroup());
    }
    log.push("left");
  });
  await host.advanceFrames(3);
  expect(log).toEqual(["left"]);
});

test("the group's signal ends what the block waits for when a task fails", async () => {
  const task = spawn(async () => {
    await using group = taskGroup();
    group.spawn(() => failAfter(0.1, "the tower fell"));
    await sleep(10, { signal: group.signal }).catch(() => undefined);
  });
  task.onSettled(() => true);
  await host.advance(0.2);
  expect(task.error).toEqual(new Error("the tower fell"));
});

test("a task of a group that ignores its cancellation is named, and the group ends", async () => {
  const outer = spawn(async () => {
    await using group = taskGroup();
    group.spawn(() => new Promise(() => undefined), { name: "stubborn" });
  });
  await host.advanceFrames(2);
  outer.cancel();
  await host.advance(0.5);
  expect(host.warnings).toEqual([
    "task \"stubborn\" was cancelled, but hasn't ended within 250 ms: it still waits for something that isn't a wait of the executor and is given up",
  ]);
  expect(host.runtime.taskCount).toBe(0);
});

test("a group tells what it waits for as it is left", async () => {
  const task = spawn(async () => {
    await using group = taskGroup({ name: "wave" });
    group.spawn(() => sleep(10), { name: "first" });
    group.spawn(() => sleep(10), { name: "last" });
  });
  await host.advanceFrames(2);
  expect(task.waitsFor).toBe('the end of group "wave": "first", "last"');
});

test("a group outside of tasks works alike", async () => {
  const ended: Task[] = [];
  const leave = async () => {
    await using group = taskGroup();
    ended.push(group.spawn(() => nextFrame()));
  };
  const left = leave();
  await host.advanceFrames(3);
  await left;
  expect(ended.map((task) => task.state)).toEqual(["completed"]);
});

test("a failure in a group that nothing is going to leave is reported, once", async () => {
  const groups: TaskGroup[] = [];
  spawn(async () => {
    const group = taskGroup();
    groups.push(group);
    group.spawn(() => failAfter(0.1, "nobody hears"));
    group.spawn(() => sleep(10));
    await sleep(10);
  });
  await host.advance(0.3);
  expect(host.takeErrors().map(({ error }) => error)).toEqual([new Error("nobody hears")]);
  expect(groups.map((group) => group.isEmpty)).toEqual([true]);
});

test("a failure in a group that is left in the same drain is thrown, and not reported", async () => {
  const group = taskGroup();
  group.spawn(() => Promise.reject(new Error("early")));
  const left = nextFrame().then(() => group[Symbol.asyncDispose]());
  const failed = expect(left).rejects.toThrow("early");
  await host.advanceFrames(2);
  await failed;
  expect(host.errors).toEqual([]);
});

test("a failure is not reported while the block of its group goes on", async () => {
  const task = spawn(async () => {
    await using group = taskGroup();
    group.spawn(() => failAfter(0.1, "later"));
    await sleep(0.5);
  });
  task.onSettled(() => true);
  await host.advance(0.3);
  expect([task.state, host.errors]).toEqual(["running", []]);
  await host.advance(0.3);
  expect(task.error).toEqual(new Error("later"));
});
