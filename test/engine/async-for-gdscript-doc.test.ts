import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Array as GodotArray, Object as GodotObject, Node } from "godot";
import { coroutine, nextFrame } from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { nodeOf } from "./support/gdscript-programs";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

const level = "res://test/engine/scenes/two.tscn";
const programs = new DocPage("async-for-gdscript.md").blocks.map((program) => ({
  ...program,
  code: program.code.replaceAll("res://levels/2.tscn", level).replaceAll(/\bprint\(/g, "tell("),
}));

let node: Node | undefined;
afterEach(() => {
  node?.free();
  node = undefined;
});

/** Runs a program, and gives what it prints. */
async function run(heading: string, index = 0, prepare?: (node: Node) => void): Promise<unknown> {
  const program = programs.filter((each) => each.heading === heading)[index];
  if (program === undefined) throw new Error(`the page has no such program below "${heading}"`);
  const own = nodeOf(program, { base: "res://test/engine/gd/async_page.gd" });
  node = enter(own);
  prepare?.(own);
  const log = await recordLog(async () => {
    await coroutine(own.call("run"));
    await nextFrame();
  });
  expect(log).toEqual([]);
  return (own.get("shown") as GodotArray).toJS();
}

describe("the programs of docs/async-for-gdscript.md run:", () => {
  test("a scene that is loaded after a while", async () => {
    expect(await run("How do I use tasks from GDScript alone?")).toEqual([]);
    expect(node?.findChild("Two", true, false)).not.toBeNull();
  });

  test("what can be waited for", async () => {
    expect(await run("What can be waited for?")).toEqual(["said Hello"]);
  });

  test("a task that ends with a node", async () => {
    expect(await run("When does a task end?")).toEqual(["cancelled"]);
  });

  test("a late await", async () => {
    expect(await run("I came too late: it has completed")).toEqual([level]);
  });

  test("a function that uses the task it listens to", async () => {
    expect(await run("May a function that listens to a task use it?")).toEqual([
      "cooking completed",
    ]);
  });

  test("a limit of time, that is kept", async () => {
    const answer = (own: Node) => {
      void nextFrame().then(() => (own.get("dialog") as GodotObject).emitSignal("chosen"));
    };
    expect(await run("A limit of time", 0, answer)).toEqual([]);
  });

  test("a clock", async () => {
    expect(await run("A limit of time", 1)).toEqual([]);
  });

  test("a loading screen", async () => {
    expect(await run("A loading screen")).toEqual([`${level} 1.0`]);
  });

  test("a server, and a response that tells of an error", async () => {
    const server = createServer((request, response) => {
      const isKnown = request.headers.authorization === "Bearer 123";
      response.writeHead(isKnown ? 200 : 401).end('["Ann"]');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const aim = (own: Node) => own.set("server", url);
    expect(await run("A server", 0, aim)).toEqual(["Ann"]);
    node?.free();
    expect(await run("What if it fails?", 0, aim)).toEqual(["the server says 401"]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test("a whole script", async () => {
    const shown = () => node?.get("shown") as GodotArray;
    await run("What of a whole script?");
    await until(() => shown().size() > 0);
    expect(shown().toJS()).toEqual(["lit, <null>"]);
  });

  test("and there are no others", () => {
    expect(programs.map(({ heading }) => heading)).toEqual([
      "How do I use tasks from GDScript alone?",
      "What can be waited for?",
      "When does a task end?",
      "What if it fails?",
      "I came too late: it has completed",
      "May a function that listens to a task use it?",
      "A limit of time",
      "A limit of time",
      "A loading screen",
      "A server",
      "What of a whole script?",
    ]);
  });
});
