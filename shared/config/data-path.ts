/** Keys and list indexes from the root of the data to one place in it. */
export type Path = readonly (string | number)[];

export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined when the path leads nowhere. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return typeof part === 'number' ? value[part] : undefined;
    return isGroup(value) && Object.hasOwn(value, part) ? value[String(part)] : undefined;
  }, data);
}
