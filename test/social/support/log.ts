/** Everything that a poll under test told the outside: progress, faults, results. Scanned for secrets and personal text. */
const lines: string[] = [];

export function logged(line: string): void {
  lines.push(line);
}

export function everythingLogged(): readonly string[] {
  return lines;
}
