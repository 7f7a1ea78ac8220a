import { writeFileSync } from 'node:fs';
import { onlyChecks } from '../../../support/only-checks.ts';

export const timeZone = 'Europe/Kyiv';
export const reader = 'owner@coffeelab.example';
export const sender = 'touchlight@coffeelab.example';
/** A reader whose mailbox is full. */
export const bouncing = 'full@coffeelab.example';

/** In minutes. */
export const cadence = { availability: 5, page: 15, social: 15, drain: 5, sweep: 15 } as const;
export const blindAfterMinutes = 60;

/** Slow machines are not what the drill is about. */
const patientThresholds =
  '{ lcpMs: { green: 60000, red: 90000 }, fcpMs: { green: 60000, red: 90000 }, ttfbMs: { green: 60000, red: 90000 }, tbtMs: { green: 60000, red: 90000 } }';

/** A check of each kind of visit but the form; the pace of dispatch, sweeps and confirmations is the real one. */
export function writeDrillConfiguration(
  file: string,
  { website, facebook }: { readonly website: string; readonly facebook: string },
): void {
  writeFileSync(
    file,
    `business: Coffee Lab
timeZone: ${timeZone}
alerts: { email: [ops@coffeelab.example], blindAfter: ${blindAfterMinutes}m }
digest: { to: [${reader}, ${bouncing}], from: ${sender}, at: "Mon 08:00" }
touchpoints:
  - id: website
    kind: website
    url: ${website}
    checks: ${onlyChecks({
      availability: `{ every: ${cadence.availability}m }`,
      contacts: `{ every: ${cadence.page}m, devices: [mobile], expect: { phone: "+380 44 123 45 67" } }`,
      lighthouse: '{ every: 1d, runs: 1 }',
      'page-load': `{ every: ${cadence.page}m, devices: [mobile], thresholds: ${patientThresholds} }`,
    })}
  - { id: facebook, kind: facebook, page: "555", secret: facebook-page-token, sla: { firstResponse: 4h }, every: ${cadence.social}m, api: ${facebook} }
`,
  );
}
