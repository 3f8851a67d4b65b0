// What is loaded of Node's modules when a game has started, and that they are there all the same.
import { whenRunning } from "./when-running";

const { moduleLoadList } = process as unknown as { readonly moduleLoadList: readonly string[] };
const isLoaded = (name: string) => moduleLoadList.includes(`NativeModule ${name}`);
const loadedAtStart = ["crypto", "inspector", "stream"].filter(isLoaded);
const { arrayBuffers } = process.memoryUsage();

whenRunning((tree) => {
  console.log(`loaded: [${loadedAtStart}]`);
  console.log(`kept in buffers: ${Math.floor(arrayBuffers / 1e6)} MB`);
  const { createHash } = process.getBuiltinModule("node:crypto");
  console.log(`hash: ${createHash("sha1").update("abc").digest("hex")}`);
  const { getCACertificates } = process.getBuiltinModule("node:tls");
  console.log(`extra certificates: ${getCACertificates("extra").length}`);
  const { url } = process.getBuiltinModule("node:inspector");
  console.log(`inspector: ${url()}`);
  tree.quit();
});
