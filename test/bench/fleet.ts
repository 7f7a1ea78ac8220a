import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { parseWeek, type Week } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { onlyChecks } from '../support/only-checks.ts';

/** Sites of four checks each: availability, page load and contacts on a phone, the form. */
export function aFleet(count: number): Configuration {
  const checks = onlyChecks({
    availability: '{}',
    'page-load': '{ devices: [mobile] }',
    contacts: '{ devices: [mobile] }',
    form: '{}',
  });
  const sites = Array.from(
    { length: count },
    (_, n) => `  - { id: site-${n}, kind: website, url: "https://site-${n}.example", checks: ${checks} }\n`,
  );
  const reading = parseConfiguration(
    `business: Agency\ntimeZone: Europe/Kyiv\ntouchpoints:\n${sites.join('')}`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(`The benchmark's configuration is broken: ${JSON.stringify(reading.faults[0])}`);
  return reading.configuration;
}

export function aFleetsWeek(timeZone: string): Week {
  const week = parseWeek('2026-W47', timeZone);
  if (week === null) throw new Error('2026-W47 is a week.');
  return week;
}
