/** Prints a figure beside its limit. @returns whether it keeps it */
export function verdict(what: string, value: number, limit: number, unit: string): boolean {
  const kept = value <= limit;
  console.log(`${kept ? 'ok  ' : 'FAIL'} ${what}: ${value} ${unit} (at most ${limit})`);
  return kept;
}
