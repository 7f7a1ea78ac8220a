import type { Identity } from '../../functions/probe-social/platform.ts';

/** When a secret ends, and who sees to it: an end that nobody has named is not the same as none. */
export function lifeOfSecret({ expiresAt, renewedBy }: Pick<Identity, 'expiresAt' | 'renewedBy'>): string {
  const day = expiresAt?.slice(0, 10);
  switch (renewedBy) {
    case 'nobody: it does not end':
      return day === undefined ? 'does not end' : `ends ${day}`;
    case 'touchlight':
      return day === undefined ? 'is renewed by Touchlight' : `ends ${day}; Touchlight renews it before that`;
    case 'a person':
      return day === undefined
        ? 'has no known end, and only a person can renew it: docs/platforms says how long it lasts, and whether Touchlight can warn you'
        : `ends ${day}; until then, a person has to renew it`;
  }
}
