/** For text that others wrote: undefined where it is no JSON, for a schema to refuse. What Touchlight wrote itself may throw. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
