import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Dictionary, Engine, type Object as GodotObject, type Node } from "godot";
import { failure, logOf, result } from "./support/async-calls";
import { gdNode } from "./support/gdscript";
import { enter, until } from "./support/tree";

let typed: Node;
let untyped: Node;
beforeEach(() => {
  typed = enter(gdNode("async_typed"));
  untyped = enter(gdNode("async_untyped"));
});
afterEach(() => {
  typed.free();
  untyped.free();
});

describe("Async.fetch", () => {
  let server: Server;
  let url = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        if (request.url === "/silent") return;
        if (request.url === "/gone")
          response.writeHead(404, { "Content-Length": 10 }).end("it is gone");
        else if (request.url === "/moved") response.writeHead(302, { Location: "/gone" }).end("");
        else if (request.url === "/text") response.end("not JSON");
        else {
          const { method, headers } = request;
          const answer = JSON.stringify([method, headers["x-name"], headers["content-type"], body]);
          response.writeHead(200, { "Content-Type": "application/json" }).end(answer);
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test("sends JSON, and has all of the response", async () => {
    const answer = ["POST", "Ann", "application/json", '{"points":3}'];
    const text = JSON.stringify(answer);
    expect(await result(typed, "fetched", `${url}/`)).toEqual([
      200,
      true,
      "OK",
      `${url}/`,
      "application/json",
      answer,
      text,
      text.length,
    ]);
  });

  test("has a response also where its code tells of an error, and hears the progress", async () => {
    expect(await result(typed, "fetch_plain", `${url}/gone`)).toEqual([
      404,
      false,
      "it is gone",
      1,
    ]);
  });

  test("follows redirects, unless it shall not", async () => {
    expect(await result(typed, "fetch_plain", `${url}/moved`)).toEqual([
      404,
      false,
      "it is gone",
      1,
    ]);
    const options = Dictionary.from({ follow_redirects: false });
    expect(await result(typed, "fetch_plain", `${url}/moved`, options)).toEqual([
      302,
      false,
      "",
      null,
    ]);
  });

  test("fails where nobody answers, and says why", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    const { outcome } = await failure(untyped, "fetch", `http://127.0.0.1:${port}/`);
    expect(outcome).toEqual([
      "failed",
      null,
      `RequestError: http://127.0.0.1:${port}/: connect ECONNREFUSED 127.0.0.1:${port}`,
    ]);
  });

  test("fails when the time is over", async () => {
    const options = Dictionary.from({ timeout: 0.05 });
    const { outcome, log } = await failure(untyped, "fetch", `${url}/silent`, options);
    expect(outcome).toEqual([
      "failed",
      null,
      `RequestError: ${url}/silent: it took longer than 0.05 s`,
    ]);
    expect(log).toHaveLength(1);
  });

  test("closes the connection when it is cancelled", async () => {
    const closed = new Promise((resolve) => {
      server.once("request", (request) => request.once("close", () => resolve("closed")));
    });
    const asked = new Promise((resolve) => server.once("request", resolve));
    const task = Engine.getSingleton("Async")?.call("fetch", `${url}/silent`) as GodotObject;
    await asked;
    task.call("cancel");
    expect(await closed).toBe("closed");
    await until(() => task.get("state") === "cancelled");
  });

  test("gives null for a body that isn't JSON, with an error that says where", async () => {
    let json: unknown = "untouched";
    const log = await logOf(async () => {
      json = await result(typed, "bad_json", `${url}/text`);
    });
    expect(json).toBeNull();
    expect(log[0]?.text).toContain(`the body of ${url}/text isn't JSON: line 1:`);
  });
});
