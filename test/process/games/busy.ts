// A game that quits while all kinds of things are pending.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import { Timer } from "godot";
import { nextFrame, once, sleep, spawn } from "godot-ts";
import { whenRunning } from "./when-running";

whenRunning(async (tree) => {
  spawn(() => sleep(Number.POSITIVE_INFINITY));
  spawn(async () => {
    while (true) await nextFrame();
  });
  const timer = new Timer();
  tree.root.addChild(timer);
  spawn(() => once(timer.timeout));
  setInterval(() => {}, 1);
  setTimeout(() => {}, 1_000_000);
  new Worker("setInterval(() => {}, 1)", { eval: true });
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => connect(port, "127.0.0.1", resolve));
  fetch(`http://127.0.0.1:${port}/`).catch(() => {});
  await nextFrame();
  console.log("quitting");
  tree.quit();
});
