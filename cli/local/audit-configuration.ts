import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Check } from '../../shared/model/check.ts';

/** The checks of a site that nobody has configured: the defaults of a configuration file with nothing but its URL. */
export function auditConfiguration(url: string, options: { readonly lighthouse: boolean }): Check[] {
  const file = {
    business: 'audit',
    timeZone: 'UTC',
    touchpoints: [
      {
        id: 'website',
        kind: 'website',
        url,
        checks: {
          form: { mode: 'rehearse' },
          lighthouse: options.lighthouse ? { runs: 1 } : false,
          // The person who audits a site waits for it; a chat may come late, and whether somebody is at it depends on hours that nobody has named.
          'live-chat': false,
        },
      },
    ],
  };
  // JSON is YAML: the audit takes the same road as a written file, so that both always mean the same.
  const read = parseConfiguration(JSON.stringify(file), 'audit', '2026-01-01');
  if (!read.ok) throw new Error(`The audit's own configuration is broken: ${read.faults[0]?.message ?? ''}`);
  return read.configuration.touchpoints.flatMap(({ checks }) => checks);
}
