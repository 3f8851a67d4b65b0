import { readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HTTPRequest, Node, ProjectSettings } from "godot";
import {
  CancelledError,
  method,
  nextFrame,
  RequestError,
  register,
  request,
  spawn,
} from "godot-ts";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";
import { cancelInWait } from "./support/waiting";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answer: Answer;
let base: string;
let openConnections = 0;

beforeAll(async () => {
  server = createServer((incoming, response) => answer(incoming, response));
  server.on("connection", (socket) => {
    openConnections++;
    socket.on("close", () => openConnections--);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await until(() => requests().length === 0);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const requests = () =>
  tree()
    .root.getChildren()
    .toJS()
    .filter((node) => node instanceof HTTPRequest);

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe("request(url)", () => {
  test("resolves to code, headers and body", async () => {
    answer = (_, response) => {
      response.writeHead(201, { "X-Level": "two", "Content-Type": "application/json" });
      response.end(JSON.stringify({ ann: "né" }));
    };
    const response = await request(`${base}/scores`);
    expect(response.code).toBe(201);
    expect(response.isOk).toBe(true);
    expect(response.headers.get("x-level")).toBe("two");
    expect(response.body).toBeInstanceOf(Uint8Array);
    expect(response.text()).toBe('{"ann":"né"}');
    expect(response.json()).toEqual({ ann: "né" });
  });

  test("sends method, headers and body", async () => {
    answer = async (incoming, response) => {
      const { method: verb, url, headers } = incoming;
      response.end(JSON.stringify([verb, url, headers["x-key"], await bodyOf(incoming)]));
    };
    const response = await request(`${base}/a?b=c`, {
      method: "PUT",
      headers: { "X-Key": "k" },
      body: "text é",
    });
    expect(response.json()).toEqual(["PUT", "/a?b=c", "k", "text é"]);
  });

  test("sends bytes", async () => {
    answer = async (incoming, response) => response.end(await bodyOf(incoming));
    const body = new TextEncoder().encode("bytes");
    expect((await request(base, { method: "POST", body })).text()).toBe("bytes");
  });

  test("a code that tells of an error is a response", async () => {
    answer = (_, response) => response.writeHead(404).end("gone");
    const response = await request(base);
    expect([response.code, response.isOk, response.text()]).toEqual([404, false, "gone"]);
  });

  test("goes on while the game is paused", async () => {
    answer = (_, response) => response.end("still here");
    tree().paused = true;
    const response = await request(base);
    tree().paused = false;
    expect(response.text()).toBe("still here");
  });

  test("works on a thread of its own", async () => {
    answer = (_, response) => response.end("from a thread");
    expect((await request(base, { useThreads: true })).text()).toBe("from a thread");
  });

  test("writes into a file", async () => {
    answer = (_, response) => response.end("a level");
    const downloadFile = `user://request-${process.pid}.txt`;
    const onDisk = ProjectSettings.globalizePath(downloadFile);
    const response = await request(base, { downloadFile });
    expect(response.code).toBe(200);
    expect(readFileSync(onDisk, "utf8")).toBe("a level");
    rmSync(onDisk);
  });

  test("many at once each get their own", async () => {
    answer = (incoming, response) => response.end(incoming.url);
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, i) => request(`${base}/${i}`)),
    );
    expect(responses.map((each) => each.text())).toEqual(
      Array.from({ length: 20 }, (_, i) => `/${i}`),
    );
  });

  test("may be begun while the root is busy", async () => {
    answer = (_, response) => response.end("ready");
    let end: Promise<string> | undefined;
    @register()
    class TestAsker extends Node {
      override _ready(): void {
        end = request(base).then((response) => response.text());
      }

      @method()
      asked(): void {}
    }
    const log = await recordLog(async () => {
      const asker = enter(new TestAsker());
      expect(await end).toBe("ready");
      asker.free();
    });
    expect(log).toEqual([]);
  });
});

describe("a request without a response rejects", () => {
  test("where nobody listens", async () => {
    const end = request("http://127.0.0.1:1/");
    await expect(end).rejects.toThrow("http://127.0.0.1:1/: no connection could be made");
    await expect(end).rejects.toBeInstanceOf(RequestError);
    await expect(end).rejects.toMatchObject({ result: HTTPRequest.RESULT_CANT_CONNECT });
  });

  test("when the timeout is over", async () => {
    answer = () => {};
    await expect(request(base, { timeout: 0.05 })).rejects.toThrow(
      `${base}: it took longer than its timeout`,
    );
  });

  test("when the body is too large", async () => {
    answer = (_, response) => response.end("x".repeat(1000));
    await expect(request(base, { bodySizeLimit: 10 })).rejects.toThrow(/larger than bodySizeLimit/);
  });

  test("when the server hangs up", async () => {
    answer = (_, response) => response.destroy();
    await expect(request(base)).rejects.toBeInstanceOf(RequestError);
  });

  test("for what is no URL, and nothing is logged", async () => {
    const log = await recordLog(async () => {
      await expect(request("scores.json")).rejects.toThrow(
        "scores.json: this is no URL that begins with http",
      );
    });
    expect(log).toEqual([]);
  });

  test("arguments that can't be right are refused", () => {
    expect(() => request(3 as never)).toThrow("request(url) needs a URL as a string, but got 3");
    expect(() => request(base, { method: "get" as never })).toThrow(/method is one of GET, HEAD/);
  });
});

describe("a cancelled request", () => {
  test("closes the connection and frees its node", async () => {
    let hasArrived = false;
    answer = () => {
      hasArrived = true;
    };
    const task = spawn(() => request(base));
    await until(() => hasArrived);
    expect(task.waitsFor).toBe(`the response to GET ${base}`);
    expect(await cancelInWait(task)).toBeInstanceOf(CancelledError);
    await until(() => openConnections === 0 && requests().length === 0);
  });

  test("before it has been sent never is", async () => {
    let hasArrived = false;
    answer = (_, response) => {
      hasArrived = true;
      response.end();
    };
    const task = spawn(() => request(base), { start: "now" });
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    await nextFrame();
    await nextFrame();
    expect([hasArrived, requests().length]).toEqual([false, 0]);
  });

  test("an aborted signal makes no node", async () => {
    const signal = AbortSignal.abort(new Error("no"));
    await expect(request(base, { signal })).rejects.toThrow("no");
    expect(requests()).toEqual([]);
  });

  test("when its node is freed by somebody else it rejects", async () => {
    answer = () => {};
    const end = expect(request(base)).rejects.toThrow(/the node of a request was freed/);
    await until(() => requests().length === 1);
    requests()[0]?.free();
    await end;
  });

  test("one that goes on when the game ends leaves nothing behind", async () => {
    answer = () => {};
    void spawn(() => request(base));
    await until(() => requests().length === 1);
    // Let the other tests' cleanup pass.
    requests()[0]?.reparent(tree().currentScene as Node);
  });
});
