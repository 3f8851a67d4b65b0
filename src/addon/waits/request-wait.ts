import { Callable, Error as EngineError, errorString, HTTPClient, HTTPRequest, Node } from "godot";
import { newParking, ParkedWait, type Parking } from "../../executor";
import { HttpResponse } from "./http-response";
import type { HttpMethod, RequestOptions } from "./request";
import { RequestError } from "./request-error";
import { gameTree } from "./scene-change";
import { SourceListener } from "./source-listener";

/** Waits for a response, with a node of its own that asks for it. */
export class RequestWait extends ParkedWait<HttpResponse> {
  readonly parking: Parking;
  readonly #url: string;
  readonly #method: HttpMethod;
  readonly #options: RequestOptions;
  readonly #source: SourceListener;
  #node: HTTPRequest | undefined;

  constructor(url: string, method: HttpMethod, options: RequestOptions) {
    super();
    this.parking = newParking(this, options);
    this.#url = url;
    this.#method = method;
    this.#options = options;
    this.#source = new SourceListener("the node of a request", (error) => {
      this.#node = undefined;
      this.fail(error);
    });
  }

  protected list(): void {
    if (!/^https?:\/\//i.test(this.#url) || !URL.canParse(this.#url)) {
      this.fail(new RequestError(this.#url, undefined, "this is no URL that begins with http"));
      return;
    }
    const { root } = gameTree();
    const node = this.#makeNode();
    this.#node = node;
    this.#source.hear(node.ready, () => this.#send(node));
    this.#source.hear(node.requestCompleted, (result, code, headers, body) => {
      if (result === HTTPRequest.RESULT_SUCCESS) this.settle(new HttpResponse(code, headers, body));
      else this.fail(new RequestError(this.#url, result));
    });
    // Within `_ready` and the like the root takes no children: at the end of such calls it does.
    Callable.from(() => {
      if (this.#node === node) root.addChild(node);
    }).callDeferred();
  }

  protected unlist(): void {
    this.#source.end();
    const node = this.#node;
    this.#node = undefined;
    if (node === undefined) return;
    if (!node.isInsideTree()) {
      node.free();
      return;
    }
    node.cancelRequest();
    node.queueFree();
  }

  protected describe(): string {
    return `the response to ${this.#method} ${this.#url}`;
  }

  #makeNode(): HTTPRequest {
    const node = new HTTPRequest();
    const { timeout, maxRedirects, bodySizeLimit, downloadFile } = this.#options;
    const { useThreads, acceptGzip, tlsOptions } = this.#options;
    node.processMode = Node.PROCESS_MODE_ALWAYS;
    if (timeout !== undefined) node.timeout = timeout;
    if (maxRedirects !== undefined) node.maxRedirects = maxRedirects;
    if (bodySizeLimit !== undefined) node.bodySizeLimit = bodySizeLimit;
    if (downloadFile !== undefined) node.downloadFile = downloadFile;
    if (useThreads !== undefined) node.useThreads = useThreads;
    if (acceptGzip !== undefined) node.acceptGzip = acceptGzip;
    if (tlsOptions !== undefined) node.setTlsOptions(tlsOptions);
    return node;
  }

  #send(node: HTTPRequest): void {
    const { headers, body = "" } = this.#options;
    const method = HTTPClient[`METHOD_${this.#method}`];
    const lines = [...new Headers(headers)].map(([name, value]) => `${name}: ${value}`);
    const error =
      typeof body === "string"
        ? node.request(this.#url, lines, method, body)
        : node.requestRaw(this.#url, lines, method, body);
    if (error === EngineError.OK) return;
    this.fail(new RequestError(this.#url, undefined, errorString(error)));
  }
}
