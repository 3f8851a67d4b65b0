import { currentTask, type Task, TimeoutError, timeout } from "../../executor";
import { RequestError } from "../waits/request-error";
import { AsyncResponse } from "./async-response";
import type { FetchOptions } from "./fetch-options";

/**
 * Asks a server by Node's `fetch`, and gives its whole response. The task around it tells of the
 * progress, where the server says how much there is. When it is cancelled, so is the request.
 *
 * Rejects with {@link RequestError} when there is no whole response.
 */
export async function fetchResponse(url: string, options: FetchOptions): Promise<AsyncResponse> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new RequestError(url, undefined, "this is no URL that begins with http");
  }
  const teller = currentTask();
  const work = (task: Task) => send(url, options, task, (fraction) => teller?.progress(fraction));
  try {
    return await timeout(options.timeout, work, { clock: "real" });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    throw new RequestError(url, undefined, `it took longer than ${options.timeout} s`);
  }
}

async function send(
  url: string,
  { method, headers, body, redirect }: FetchOptions,
  task: Task,
  onProgress: (fraction: number) => void,
): Promise<AsyncResponse> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      redirect,
      signal: task.signal,
    });
    return AsyncResponse.of(response, await read(response, onProgress));
  } catch (error) {
    if (task.signal.aborted) throw error;
    throw new RequestError(url, undefined, reasonOf(error));
  }
}

async function read(
  response: Response,
  onProgress: (fraction: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = lengthOf(response);
  if (length === undefined || response.body === null) {
    return new Uint8Array(await response.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    received += chunk.length;
    onProgress(Math.min(1, received / length));
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** How many bytes there are to come; undefined where the server doesn't tell, or compresses them. */
function lengthOf({ headers }: Response): number | undefined {
  if (headers.has("content-encoding")) return undefined;
  const length = Number(headers.get("content-length"));
  return length > 0 ? length : undefined;
}

/** Node says "fetch failed", and why in the cause. */
function reasonOf(error: unknown): string {
  let reason = error;
  while (reason instanceof Error && reason.cause !== undefined) reason = reason.cause;
  if (reason instanceof AggregateError) reason = reason.errors[0];
  return reason instanceof Error ? reason.message : String(reason);
}
