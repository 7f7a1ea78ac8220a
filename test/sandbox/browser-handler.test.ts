import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCheck } from '../support/a-check.ts';
import { whyNoSandbox } from './bubblewrap.ts';
import { aBundledHandler, type BundledHandler } from './bundled-handler.ts';

const missing = whyNoSandbox();
if (missing !== null) console.warn(`SKIPPED: the bundled browser handler in a sandbox like Lambda's: ${missing}.`);

describe.skipIf(missing !== null)('the bundled probe-page in a sandbox like Lambda’s', () => {
  let probe: BundledHandler;
  beforeAll(async () => {
    probe = await aBundledHandler('probe-page');
  });
  afterAll(() => probe?.remove());

  test('visits the demo business, puts evidence and sends results', async () => {
    const checks = [
      aCheck({ id: 'website/page-load@desktop', url: probe.url }),
      aCheck({ id: 'website/contacts@desktop', url: probe.url }),
    ];
    const visit = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks };
    const { answer, said } = await probe.invoke(visit);
    expect(answer, said).toEqual({ batchItemFailures: [] });
    const { results, objects, invoked } = probe.aws;
    expect(invoked).toEqual(['evaluate']);
    expect(results).toMatchObject([
      { checkId: 'website/page-load@desktop', outcome: 'measured', measurements: { lcpMs: expect.any(Number) } },
      { checkId: 'website/contacts@desktop', outcome: 'measured', measurements: { contactsFound: expect.any(Number) } },
    ]);
    for (const key of objects) expect(key).toMatch(/^\/evidence-bucket\/evidence\/website\//);
    expect(objects.length).toBeGreaterThan(0);
  });
});
