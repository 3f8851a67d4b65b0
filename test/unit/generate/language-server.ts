import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

const repository = resolve(__dirname, "../../..");

/** TypeScript's language server, as editors start it, with a program in this project open. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #program: string;
  readonly #uri = pathToFileURL(join(repository, "test/types/open-in-an-editor.ts")).href;

  private constructor(program: string) {
    this.#program = program;
    const tsc = join(repository, "node_modules/typescript/bin/tsc");
    const server = spawn(process.execPath, [tsc, "--lsp", "--stdio"], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#process = server;
    this.#connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    // The server asks for settings, and to be told of changes to files.
    this.#connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.listen();
  }

  /** Starts a server that has a program open. */
  static async start(program: string): Promise<LanguageServer> {
    const server = new LanguageServer(program);
    await server.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(repository).href,
      capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } } },
    });
    await server.#connection.sendNotification("initialized", {});
    await server.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: server.#uri, languageId: "typescript", version: 1, text: program },
    });
    return server;
  }

  /** What an editor shows, in Markdown, when the mouse rests on the last word of `text`. */
  async hover(text: string): Promise<string> {
    const before = this.#program.slice(0, this.#program.indexOf(text) + text.length).split("\n");
    const position = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) - 1 };
    const textDocument = { uri: this.#uri };
    const answer = await this.#connection.sendRequest<{
      readonly contents: { readonly value: string };
    } | null>("textDocument/hover", { textDocument, position });
    return answer?.contents.value ?? "";
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    const hasEnded = new Promise((done) => this.#process.once("exit", done));
    await this.#connection.sendNotification("exit");
    await hasEnded;
    this.#connection.dispose();
  }
}
