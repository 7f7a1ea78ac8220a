import { describe, expect, it } from 'vitest';
import type { StoresUnderTest } from './stores-under-test.ts';

let months = 0;
/** Fresh, so that the suite also runs on a table that others share. */
const aMonth = () => ({ business: `b${process.pid}-${++months}`, month: '2026-11' });

export function describeModelSpending(table: () => StoresUnderTest): void {
  describe('what a language model costs', () => {
    it('begins at nothing, and is set aside, settled and kept for each business and month', async () => {
      const { modelSpending } = table().stores;
      const key = aMonth();
      expect(await modelSpending.spent(key)).toBe(0);
      expect(await modelSpending.reserve(key, 700, 1000)).toBe('reserved');
      await modelSpending.settle(key, -600);
      await modelSpending.settle(key, 0);
      expect(await modelSpending.spent(key)).toBe(100);
      expect(await modelSpending.spent({ ...key, month: '2026-12' })).toBe(0);
      expect(await modelSpending.spent(aMonth())).toBe(0);
      const item = await table().getRaw({ PK: `MODEL#${key.business}`, SK: 'MONTH#2026-11' });
      expect(item).toMatchObject({ type: 'model-spending', expiresAt: Date.parse('2026-11-01') / 1000 + 400 * 86_400 });
    });

    it('never passes the cap, however many ask at once', async () => {
      const { modelSpending } = table().stores;
      const key = aMonth();
      const answers = await Promise.all(Array.from({ length: 20 }, () => modelSpending.reserve(key, 150, 1000)));
      expect(answers.filter((each) => each === 'reserved')).toHaveLength(6);
      expect(await modelSpending.spent(key)).toBe(900);
      expect(await modelSpending.reserve(key, 100, 1000)).toBe('reserved');
      expect(await modelSpending.reserve(key, 1, 1000)).toBe('over-cap');
      expect(await modelSpending.reserve(aMonth(), 1001, 1000)).toBe('over-cap');
    });
  });
}
