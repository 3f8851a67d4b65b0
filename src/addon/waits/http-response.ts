/** What a server answered, whole. */
export class HttpResponse {
  /** `200` and the like. */
  readonly code: number;
  readonly headers: Headers;
  /** Empty when it went into a file. */
  readonly body: Uint8Array;

  constructor(code: number, headerLines: readonly string[], body: Uint8Array) {
    this.code = code;
    this.headers = parseHeaders(headerLines);
    this.body = body;
  }

  /** Whether the code tells of success: 200 to 299. */
  get isOk(): boolean {
    return this.code >= 200 && this.code < 300;
  }

  /** The body as UTF-8. */
  text(): string {
    return new TextDecoder().decode(this.body);
  }

  /** @throws SyntaxError when the body isn't JSON. */
  json<T = unknown>(): T {
    return JSON.parse(this.text());
  }
}

function parseHeaders(lines: readonly string[]): Headers {
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return headers;
}
