import { HTTPRequest } from "godot";

/** A request ended without a whole response. A response whose code tells of an error is none. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly url: string;
  /** What the engine calls the reason; undefined where the request could not be begun. */
  readonly result: HTTPRequest.Result | undefined;

  constructor(url: string, result: HTTPRequest.Result | undefined, why = reasonOf(result)) {
    super(`${url}: ${why}`);
    this.url = url;
    this.result = result;
  }
}

function reasonOf(result: HTTPRequest.Result | undefined): string {
  switch (result) {
    case HTTPRequest.RESULT_CHUNKED_BODY_SIZE_MISMATCH:
      return "the length of the body's chunks is wrong";
    case HTTPRequest.RESULT_CANT_CONNECT:
      return "no connection could be made";
    case HTTPRequest.RESULT_CANT_RESOLVE:
      return "the name of the host could not be resolved";
    case HTTPRequest.RESULT_CONNECTION_ERROR:
      return "the connection broke";
    case HTTPRequest.RESULT_TLS_HANDSHAKE_ERROR:
      return "the TLS handshake failed";
    case HTTPRequest.RESULT_NO_RESPONSE:
      return "there was no response";
    case HTTPRequest.RESULT_BODY_SIZE_LIMIT_EXCEEDED:
      return "the body is larger than bodySizeLimit";
    case HTTPRequest.RESULT_BODY_DECOMPRESS_FAILED:
      return "the body could not be decompressed";
    case HTTPRequest.RESULT_DOWNLOAD_FILE_CANT_OPEN:
      return "downloadFile could not be opened";
    case HTTPRequest.RESULT_DOWNLOAD_FILE_WRITE_ERROR:
      return "downloadFile could not be written";
    case HTTPRequest.RESULT_REDIRECT_LIMIT_REACHED:
      return "there were more redirects than maxRedirects";
    case HTTPRequest.RESULT_TIMEOUT:
      return "it took longer than its timeout";
    default:
      return `the request failed (result ${result})`;
  }
}
