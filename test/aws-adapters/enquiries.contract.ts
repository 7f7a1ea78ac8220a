import { describe, expect, it } from 'vitest';
import { anAnswer, anEnquiry } from '../support/an-enquiry.ts';
import { aTouchpoint, type StoresUnderTest } from './stores-under-test.ts';

export function describeEnquiries(table: () => StoresUnderTest): void {
  describe('enquiries of a mystery shopper', () => {
    it('gives a slot to one alone of all that race for it', async () => {
      const { enquiries } = table().stores;
      const checkId = `${aTouchpoint()}/shopper`;
      const claims = await Promise.all(
        ['TL-1111111', 'TL-2222222', 'TL-3333333'].map((token) =>
          enquiries.claim(anEnquiry({ checkId, token, revision: 0 })),
        ),
      );
      const [won, ...others] = claims.filter((each) => each !== null);
      expect(others).toEqual([]);
      expect(await enquiries.list(checkId)).toEqual([won]);
    });

    it('saves what nobody has changed meanwhile, and nothing else', async () => {
      const { enquiries } = table().stores;
      const checkId = `${aTouchpoint()}/shopper`;
      const claimed = await enquiries.claim(anEnquiry({ checkId, revision: 0 }));
      if (claimed === null) throw new Error('The slot is free.');
      const answered = await enquiries.save({ ...claimed, answers: [anAnswer()] });
      expect(answered).toMatchObject({ revision: 1, answers: [{ kind: 'human' }] });
      expect(await enquiries.save({ ...claimed, nudgedAt: '2026-11-16T11:00:00.000Z' })).toBeNull();
      expect(await enquiries.load(checkId, claimed.slot)).toEqual(answered);
      expect(await enquiries.load(checkId, '2026-11-23.1')).toBeNull();
    });

    it('lists them by slot, apart from those of other checks, and lets each expire', async () => {
      const { enquiries } = table().stores;
      const checkId = `${aTouchpoint()}/shopper`;
      for (const slot of ['2026-11-23.1', '2026-11-16.2', '2026-11-16.1'])
        await enquiries.claim(anEnquiry({ checkId, slot }));
      await enquiries.claim(anEnquiry({ checkId: `${checkId}-2` }));
      expect((await enquiries.list(checkId)).map(({ slot }) => slot)).toEqual([
        '2026-11-16.1',
        '2026-11-16.2',
        '2026-11-23.1',
      ]);
      const item = await table().getRaw({ PK: `CHECK#${checkId}`, SK: 'ENQUIRY#2026-11-16.1' });
      expect(item).toMatchObject({ type: 'enquiry', expiresAt: Date.parse('2027-02-14T08:00:00Z') / 1000 });
    });
  });
}
