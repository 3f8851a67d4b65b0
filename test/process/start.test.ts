import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { exitComplaints } from "../../tools/jest-runner/exit-complaints";
import { bundleGame, runBundle } from "./run-game";

let bundle: string;
beforeAll(async () => {
  bundle = await bundleGame("starts");
});

test("OpenSSL, streams, the inspector and tables are loaded when a game uses them, not before", async () => {
  const env = { NODE_EXTRA_CA_CERTS: "", OPENSSL_CONF: "" };
  const { status, stdout, stderr } = await runBundle(bundle, { args: ["--verbose"], env });
  expect(stdout).toContain("loaded: []");
  // The table of the engine's classes would be 2.
  expect(stdout).toContain("kept in buffers: 0 MB");
  expect(stdout).toContain("hash: a9993e364706816aba3e25717850c26c9cd0d89d");
  expect(stdout).toContain("extra certificates: 0");
  expect(stdout).toContain("inspector: undefined");
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(0);
});

test("the certificates that NODE_EXTRA_CA_CERTS names are trusted", async () => {
  const folder = mkdtempSync(join(tmpdir(), "godot-ts-"));
  const certificates = join(folder, "extra.pem");
  writeFileSync(certificates, `${rootCertificates[0]}\n`);
  try {
    const { stdout } = await runBundle(bundle, { env: { NODE_EXTRA_CA_CERTS: certificates } });
    expect(stdout).toContain("extra certificates: 1");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the inspector listens on loopback where --inspect asks for it", async () => {
  const { stdout } = await runBundle(bundle, { userArgs: ["--inspect=0"] });
  expect(stdout).toMatch(/^inspector: ws:\/\/127\.0\.0\.1:\d+\//m);
});
