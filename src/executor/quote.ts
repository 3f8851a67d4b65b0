/** How an error message shows the value it rejects. */
export function quote(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return value.name === "" ? "a function" : `the function ${value.name}`;
    case "object":
      if (value === null) return "null";
      return `an object of ${value.constructor?.name ?? "no class"}`;
    default:
      return String(value);
  }
}
