import { expect, test } from 'vitest';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import { visitsAtOnce } from '../../../shared/evaluation/schedule/visits-at-once.ts';
import type { Check } from '../../../shared/model/check.ts';
import { onlyChecks } from '../../support/only-checks.ts';

test('a website needs one browser, and a thousand need no thousand', () => {
  const site = checksOf(onlyChecks({ 'page-load': '{}', contacts: '{}' }));
  expect(visitsAtOnce(site, 'probe-page')).toBe(1);
  // Two visits of 4.5 and 3 seconds every half hour are 7.5 of 1,800 seconds; twice that is kept ready.
  const thousand = Array.from({ length: 1000 }, (_, n) => site.map((check) => ofSite(check, n))).flat();
  expect(visitsAtOnce(thousand, 'probe-page')).toBe(Math.ceil((2 * 1000 * 7.5) / 1800));
});

test('what another probe does is not counted', () => {
  expect(visitsAtOnce(checksOf(onlyChecks({ availability: '{}' })), 'probe-page')).toBe(0);
});

function ofSite(check: Check, n: number): Check {
  return { ...check, touchpointId: `site-${n}`, id: check.id.replace('website', `site-${n}`) };
}

function checksOf(checks: string): Check[] {
  const reading = parseConfiguration(
    `business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example", checks: ${checks} }]`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
}
