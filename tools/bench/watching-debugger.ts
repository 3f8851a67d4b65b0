import { type AddressInfo, createServer } from "node:net";
import { PREFIX, toGame } from "../../src/addon/editor/task-dock/messages";

/** A debugger as the editor's, whose dock is open: it asks the game for its tasks, and drops what it is told. */
export interface WatchingDebugger {
  /** What a game connects to: `--remote-debug` takes it. */
  readonly url: string;
  close(): void;
}

export async function startWatchingDebugger(): Promise<WatchingDebugger> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined).resume();
    socket.write(message(`${PREFIX}:${toGame.watch}`, true));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `tcp://127.0.0.1:${port}`, close: () => server.close() };
}

/** As the engine sends it: the size, then an Array of the name, the number of the main thread, and an Array. */
function message(name: string, flag: boolean): Buffer {
  const array = (...items: readonly Buffer[]) => Buffer.concat([words(28, items.length), ...items]);
  const data = array(text(name), words(2, 1), array(words(1, flag ? 1 : 0)));
  return Buffer.concat([words(data.length), data]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([words(4, bytes.length), bytes, Buffer.alloc(-bytes.length & 3)]);
}

function words(...values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}
