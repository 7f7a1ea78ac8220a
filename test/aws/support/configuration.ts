import { writeFileSync } from 'node:fs';
import { onlyChecks } from '../../support/only-checks.ts';

/** The demo business with the quickest cadence there is: a story told in minutes, not in hours. */
export function writeConfiguration(file: string, url: string, pageLoad = 'false'): void {
  writeFileSync(
    file,
    `business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { email: [ops@coffeelab.example] }
digest: { to: [owner@coffeelab.example, partner@coffeelab.example], from: touchlight@coffeelab.example, at: "Mon 08:00", reportsUrl: "https://reports.coffeelab.example" }
touchpoints:
  - id: website
    kind: website
    url: ${url}
    checks: ${onlyChecks({
      availability: '{ every: 1m }',
      contacts: '{ every: 1m, devices: [mobile, desktop], expect: { phone: "+380 44 123 45 67" } }',
      'page-load': pageLoad,
    })}
`,
  );
}
