import { afterAll, expect, vi } from 'vitest';
import type { World } from '../../../examples/social-stubs/world.ts';

// Powertools then writes by the global console, where it is heard.
process.env['POWERTOOLS_DEV'] = 'true';

/** Everything that polls under test told the outside: the deployed step's log, progress, faults, results, what commands print. */
const lines: string[] = [];
const worlds = new Set<World>();
/** Tokens that the stubs hand out, and the address of Meta's next page, which carries one. */
const secrets = new Set(['ya29.', 'tp-access-token', 'access_token=', 'leaky']);

export function logged(line: string): void {
  lines.push(line);
}

for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
  vi.spyOn(console, method).mockImplementation((...said: unknown[]) => {
    for (const each of said) logged(typeof each === 'string' ? each : (JSON.stringify(each) ?? String(each)));
  });
}

/** From now on nothing that is written in this world, and no part of this secret, may be told. */
export function guard(world: World, secret: string): void {
  worlds.add(world);
  const values = secret.startsWith('{"') ? Object.entries<string>(JSON.parse(secret)) : [['token', secret] as const];
  for (const [name, value] of values) if (value.length >= 12 && !name.endsWith('EndsAt')) secrets.add(value);
}

/** What was told and must not be: parts of secrets, whole comments, names of customers. */
function leaks(): string[] {
  const private_ = new Set(secrets);
  for (const world of worlds) {
    for (const { text, author, byBusiness } of world.entries()) {
      // Shorter ones ("Yes") occur by chance.
      if (text.length > 12) private_.add(text);
      const name = byBusiness ? '' : (author?.name ?? '').replace(/\d+$/, '');
      if (name.length > 8) private_.add(name);
    }
  }
  expect(lines.length).toBeGreaterThan(0);
  const nudged = lines.join('\n');
  return [...private_].filter((text) => nudged.includes(text));
}

// In a test file that imports this one, everything that is logged is scanned.
afterAll(() => {
  expect(leaks()).toEqual([]);
});
