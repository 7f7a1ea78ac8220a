import { expect, test } from 'vitest';
import { createRegionHandler } from '../../functions/probe-page/handler.ts';
import type { Result } from '../../shared/model/result.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';

test('in a further region a visit is invoked, keeps to the public internet as at home, and reports under the run that it was asked about', async () => {
  const sent: Result[] = [];
  const handle = createRegionHandler({
    run: {
      evidence: { put: () => Promise.reject(new Error('nothing is kept here')) },
      ...{ network: 'public', now: Date.now, progress: () => {}, onFault: () => {} },
    },
    results: { send: async (results) => void sent.push(...results) },
    logger: aQuietLogger(),
  });
  const check = aCheck({ id: 'website/contacts@mobile', url: 'http://127.0.0.1:9/', regions: ['eu-north-1'] });
  await handle({ scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: true, checks: [check] });
  expect(sent).toMatchObject([
    { checkId: check.id, scheduledAt: '2026-11-23T09:00:00.000Z', outcome: 'unknown', cause: 'private-address' },
  ]);
  await expect(handle({ Records: [] })).rejects.toThrow();
});
