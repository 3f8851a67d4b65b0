import { HTTPRequest } from "godot";

const reasons: ReadonlyMap<number, string> = new Map([
  [HTTPRequest.RESULT_CHUNKED_BODY_SIZE_MISMATCH, "the length of the body's chunks is wrong"],
  [HTTPRequest.RESULT_CANT_CONNECT, "no connection could be made"],
  [HTTPRequest.RESULT_CANT_RESOLVE, "the name of the host could not be resolved"],
  [HTTPRequest.RESULT_CONNECTION_ERROR, "the connection broke"],
  [HTTPRequest.RESULT_TLS_HANDSHAKE_ERROR, "the TLS handshake failed"],
  [HTTPRequest.RESULT_NO_RESPONSE, "there was no response"],
  [HTTPRequest.RESULT_BODY_SIZE_LIMIT_EXCEEDED, "the body is larger than bodySizeLimit"],
  [HTTPRequest.RESULT_BODY_DECOMPRESS_FAILED, "the body could not be decompressed"],
  [HTTPRequest.RESULT_REQUEST_FAILED, "the request failed"],
  [HTTPRequest.RESULT_DOWNLOAD_FILE_CANT_OPEN, "downloadFile could not be opened"],
  [HTTPRequest.RESULT_DOWNLOAD_FILE_WRITE_ERROR, "downloadFile could not be written"],
  [HTTPRequest.RESULT_REDIRECT_LIMIT_REACHED, "there were more redirects than maxRedirects"],
  [HTTPRequest.RESULT_TIMEOUT, "it took longer than its timeout"],
]);

/** A request ended without a whole response. A response whose code tells of an error is none. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly url: string;
  /** What the engine calls the reason; undefined where the request could not be begun. */
  readonly result: HTTPRequest.Result | undefined;

  constructor(url: string, result: HTTPRequest.Result | undefined, why?: string) {
    super(`${url}: ${why ?? reasons.get(Number(result)) ?? `result ${result}`}`);
    this.url = url;
    this.result = result;
  }
}
