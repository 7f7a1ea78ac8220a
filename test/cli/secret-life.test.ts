import { expect, it } from 'vitest';
import { lifeOfSecret } from '../../cli/commands/secret-life.ts';
import type { Instant } from '../../shared/model/instant.ts';

const expiresAt = '2027-01-09T12:00:00.000Z' as Instant;

it.each([
  [{ expiresAt: null, renewedBy: 'nobody: it does not end' }, 'does not end'],
  [{ expiresAt: null, renewedBy: 'touchlight' }, 'is renewed by Touchlight'],
  [{ expiresAt, renewedBy: 'touchlight' }, 'ends 2027-01-09; Touchlight renews it before that'],
  [{ expiresAt, renewedBy: 'a person' }, 'ends 2027-01-09; until then, a person has to renew it'],
] as const)('%j: %s', (identity, words) => {
  expect(lifeOfSecret(identity)).toBe(words);
});

it('a token whose end nobody knows is not said to be without one: such as a trial token of TikTok, which ends after a day', () => {
  const words = lifeOfSecret({ expiresAt: null, renewedBy: 'a person' });
  expect(words).toMatch(/^has no known end, and only a person can renew it/);
  expect(words).not.toContain('does not end');
});
