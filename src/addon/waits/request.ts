import type { TLSOptions } from "godot";
import type { Wait, WaitOptions } from "../../executor";
import { native } from "../../godot";
import type { HttpResponse } from "./http-response";
import { RequestWait } from "./request-wait";

/** The methods that the engine's client knows. */
export const HTTP_METHODS = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PATCH",
] as const;

export type HttpMethod = (typeof HTTP_METHODS)[number];

export interface RequestOptions extends WaitOptions {
  /** By default `GET`. */
  readonly method?: HttpMethod | undefined;
  readonly headers?: ConstructorParameters<typeof Headers>[0] | undefined;
  readonly body?: string | Uint8Array | undefined;
  /** Seconds until the request is given up. By default it is never. */
  readonly timeout?: number | undefined;
  /** By default 8. */
  readonly maxRedirects?: number | undefined;
  /** Bytes. By default there is no limit. */
  readonly bodySizeLimit?: number | undefined;
  /** Where to write the body to, such as `user://level.pck`, in place of the response. */
  readonly downloadFile?: string | undefined;
  /** Do the work on a thread of its own. By default a part of it is done each frame. */
  readonly useThreads?: boolean | undefined;
  readonly acceptGzip?: boolean | undefined;
  readonly tlsOptions?: TLSOptions | undefined;
}

/**
 * Asks a server over HTTP by the engine's own client, a `HTTPRequest` node, and resolves to the whole
 * response. It goes on while the game is paused.
 *
 * When to use: where the engine's proxies and TLS options must hold, or a file is downloaded to
 * `user://`. Node's `fetch` works as well, and streams.
 *
 * Rejects with {@link RequestError} when there is no whole response; one whose code tells of an error,
 * such as 404, is a response. When the wait is cancelled, the connection is closed.
 *
 * @throws TypeError when `url` is not a string, or the method is unknown.
 *
 * @example
 * const response = await request("https://example.org/scores", {
 *   method: "POST",
 *   headers: { "Content-Type": "application/json" },
 *   body: JSON.stringify({ ann: 3 }),
 *   timeout: 10,
 * });
 * if (response.isOk) board.show(response.json());
 */
export function request(url: string, options: RequestOptions = {}): Wait<HttpResponse> {
  if (typeof url !== "string") {
    throw new TypeError(`request(url) needs a URL as a string, but got ${native.stringify(url)}`);
  }
  const { method = "GET" } = options;
  if (!HTTP_METHODS.includes(method)) {
    throw new TypeError(
      `request's method is one of ${HTTP_METHODS.join(", ")}, but got ${native.stringify(method)}`,
    );
  }
  return new RequestWait(url, method, options).begin();
}
