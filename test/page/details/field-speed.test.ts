import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import { sayFieldSpeed } from '../../../shared/probes/field-speed/statements.ts';
import { aResult } from '../../support/a-result.ts';
import { onlyChecks } from '../../support/only-checks.ts';
import { aPage } from '../a-page.ts';
import { allGreen } from '../coffee-lab.ts';
import { detailStores } from './detail-stores.ts';

const phone = 'website/field-speed@mobile';
const checks = onlyChecks({ availability: '{}' }).replace('field-speed: false', 'field-speed: { secret: crux-key }');
const reading = parseConfiguration(
  `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${checks} }
`,
  'touchpoints.yaml',
  '2026-11-22',
);
if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
const { configuration } = reading;

const history = { everyDays: 7, dates: ['2026-11-07', '2026-11-14'], values: { lcpMs: [2_200, 2_140] } };
const reason = sayFieldSpeed('field-speed/summary', {
  ...{ device: 'mobile', until: '2026-11-21', page: null, insteadOfPage: false, knownAs: null },
  ...{ lcpMs: 2_140, inpMs: 170, cls: 0.04, ttfbMs: null },
});
const results = [
  aResult({ checkId: phone, scheduledAt: '2026-11-22T09:00:00.000Z', details: { history } }),
  // The months before could not be read that day.
  aResult({
    checkId: phone,
    scheduledAt: '2026-11-23T09:00:00.000Z',
    reason,
    measurements: { lcpMs: 2_140, inpMs: 170 },
  }),
];
const stores = detailStores(configuration, { statuses: allGreen(configuration), results });
const chart = '<title>Real visitors: main content Phone, p75: Latest (14 Nov): 2.1 s. Lowest 2.1 s, highest 2.2 s.';

describe('real visitors on the live page', () => {
  it('have their months drawn on the page of the website, and on that of the check', async () => {
    for (const path of ['/touchpoint?id=website', `/check?${new URLSearchParams({ id: phone })}`]) {
      const html = await aPage({ configuration, stores }).html(path);
      expect(html, path).toContain('The last six months, from Google');
      expect(html, path).toContain(chart);
    }
  });

  it('are told to readers, too: no customer is quoted', async () => {
    const html = await aPage({ configuration, stores, role: 'reader' }).html(
      `/check?${new URLSearchParams({ id: phone })}`,
    );
    expect(html).toContain('On a phone, three of four real visitors saw the main content within 2.1 s');
  });
});
