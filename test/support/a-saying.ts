import type { Saying } from '../../shared/model/saying.ts';
import { lexiconReader } from '../../shared/model/theme-model.ts';

let last = 0;

/** Somebody complains in a Google review that nobody answers. */
export function aSaying(overrides: Partial<Saying> = {}): Saying {
  last += 1;
  return {
    ...{ checkId: 'google-reviews/responses', id: `s${last}`, at: '2026-11-20T09:00:00.000Z', kind: 'review' },
    ...{ rating: 1, voice: `v${last}`, complaints: ['no-answer'], praises: [], readBy: lexiconReader },
    ...overrides,
  };
}

/** So many different people. */
export function people(count: number, overrides: Partial<Saying> = {}): Saying[] {
  return Array.from({ length: count }, () => aSaying(overrides));
}

/** Who wrote without complaint or praise. */
export const neutral = { rating: 4, complaints: [], praises: [] } as const satisfies Partial<Saying>;
