import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoSandbox } from '../sandbox/bubblewrap.ts';
import { aBundledHandler, type BundledHandler } from '../sandbox/bundled-handler.ts';
import { aCheck } from '../support/a-check.ts';
import { inEnglish } from '../support/said.ts';

const missing = whyNoSandbox();
if (missing !== null) console.warn(`SKIPPED: the bundled Lighthouse in a sandbox like Lambda's: ${missing}.`);

/** Here and not with the other sandbox test: an audit takes its time, and these stories wait for minutes anyway. */
describe.skipIf(missing !== null)('the bundled probe-lighthouse in a sandbox like Lambda’s', () => {
  let probe: BundledHandler;
  beforeAll(async () => {
    probe = await aBundledHandler('probe-lighthouse');
  });
  afterAll(() => probe?.remove());

  test('audits with what its packages were pruned to', async () => {
    const checks = [aCheck({ id: 'website/lighthouse', url: probe.url, options: { runs: 1 } })];
    const visit = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks };
    const { answer, said } = await probe.invoke(visit);
    // It is invoked, not handed a batch.
    expect(answer, said).toBeNull();
    expect(probe.aws.invoked).toEqual(['evaluate']);
    const [result] = probe.aws.results.map(inEnglish);
    // A busy machine discards its own runs, which is right and says nothing about the bundle.
    expect(result?.reason, said).toMatch(/out of 100 points|too slow or too busy/);
  });
});
