import { Dictionary, Array as GodotArray, JSON as GodotJson } from "godot";
import { given } from "../classes/schema/given";
import { withCaller } from "../log/calling-script";

/** What `Async.fetch` asks a server. */
export interface FetchOptions {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  readonly redirect: "follow" | "manual";
  /** Seconds. */
  readonly timeout: number;
}

type Reader<T> = (value: unknown, wrong: (wanted: string) => never) => T;

const readers = {
  method: (value, wrong) => {
    if (typeof value === "string" && /^[A-Za-z]+$/.test(value)) return value.toUpperCase();
    return wrong('a String such as "POST"');
  },
  headers: (value, wrong) => {
    if (!(value instanceof Dictionary)) return wrong("a Dictionary of Strings");
    return new Headers([...value.toJS()].map(([name, text]) => [String(name), String(text)]));
  },
  body: (value, wrong) => {
    if (typeof value === "string") return value;
    if (value instanceof Uint8Array) return new Uint8Array(value);
    if (value instanceof Dictionary || value instanceof GodotArray) {
      return { json: GodotJson.stringify(value) };
    }
    return wrong("a String, a PackedByteArray, or a Dictionary or an Array to send as JSON");
  },
  timeout: (value, wrong) => {
    if (typeof value === "number" && value >= 0) return value;
    return wrong("a number of seconds, 0 or more");
  },
  follow_redirects: (value, wrong) => {
    if (typeof value === "boolean") return value;
    return wrong("a bool");
  },
} satisfies Record<string, Reader<unknown>>;

/**
 * Reads the options that GDScript gives.
 *
 * @throws TypeError for a key or a value that isn't one.
 */
export function fetchOptions(options: Dictionary): FetchOptions {
  const values = new Map([...options.toJS()].map(([key, value]) => [String(key), value]));
  for (const key of values.keys()) {
    if (Object.hasOwn(readers, key)) continue;
    const known = Object.keys(readers).join(", ");
    throw withCaller(
      new TypeError(`Async.fetch(url, options): there is no option "${key}", only ${known}`),
    );
  }
  const headers = read(values, "headers") ?? new Headers();
  const body = read(values, "body");
  const isJson = typeof body === "object" && "json" in body;
  if (isJson && !headers.has("content-type")) headers.set("content-type", "application/json");
  return {
    method: read(values, "method") ?? (body === undefined ? "GET" : "POST"),
    headers,
    body: isJson ? body.json : body,
    redirect: read(values, "follow_redirects") === false ? "manual" : "follow",
    timeout: read(values, "timeout") ?? Number.POSITIVE_INFINITY,
  };
}

function read<K extends keyof typeof readers>(
  values: ReadonlyMap<string, unknown>,
  key: K,
): ReturnType<(typeof readers)[K]> | undefined {
  if (!values.has(key)) return undefined;
  const value = values.get(key);
  const reader = readers[key] as Reader<ReturnType<(typeof readers)[K]>>;
  return reader(value, (wanted) => {
    throw withCaller(
      new TypeError(
        `Async.fetch(url, options): options.${key} must be ${wanted}, not ${given(value)}`,
      ),
    );
  });
}
