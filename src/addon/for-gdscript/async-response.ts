import {
  Dictionary,
  Error as EngineError,
  JSON as GodotJson,
  RefCounted,
  type Variant,
} from "godot";
import { method } from "../classes/method";
import { property } from "../classes/property";
import { register } from "../classes/register";
import { t } from "../classes/schema";

/** What a server answered to {@link Async.fetch}, whole. */
@register({ tool: true })
export class AsyncResponse extends RefCounted {
  #status = 0;
  #statusText = "";
  #url = "";
  #headers = new Dictionary();
  #body = new Uint8Array();

  /** @internal */
  static of(response: Response, body: Uint8Array<ArrayBuffer>): AsyncResponse {
    const made = new AsyncResponse();
    made.#status = response.status;
    made.#statusText = response.statusText;
    made.#url = response.url;
    made.#headers = Dictionary.from(Object.fromEntries(response.headers));
    made.#body = body;
    return made;
  }

  /** The code that tells how it went, such as 200, or 404 for what is not there. */
  @property(t.int)
  get status(): number {
    return this.#status;
  }

  /** What the server says to the code, such as `Not Found`; often empty. */
  @property(t.string)
  get statusText(): string {
    return this.#statusText;
  }

  /** Whether the code tells of success: 200 to 299. */
  @property(t.bool)
  get ok(): boolean {
    return this.#status >= 200 && this.#status < 300;
  }

  /** Where it came from, after all redirections. */
  @property(t.string)
  get url(): string {
    return this.#url;
  }

  /** The headers, by their names in lower case: `response.headers["content-type"]`. */
  @property(t.dictionary)
  get headers(): Dictionary {
    return this.#headers;
  }

  /** The body as text in UTF-8. */
  @method({ returns: t.string })
  text(): string {
    return new TextDecoder().decode(this.#body);
  }

  /**
   * The body, which is JSON, as {@link JSON.parse_string} reads it: numbers are floats. Null, with an
   * error in the log that says why, when it isn't JSON.
   */
  @method({ returns: t.variant })
  json(): Variant {
    const json = new GodotJson();
    if (json.parse(this.text()) === EngineError.OK) return json.data;
    const where = `line ${json.getErrorLine() + 1}: ${json.getErrorMessage()}`;
    throw new SyntaxError(`AsyncResponse.json(): the body of ${this.#url} isn't JSON: ${where}`);
  }

  /** The body as it is. */
  @method({ returns: t.packedByteArray })
  bytes(): Uint8Array {
    return this.#body;
  }
}
