import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';

/** A region that is listed twice would vote twice. */
export function regionFindings(listed: readonly unknown[]): readonly Finding[] {
  return listed.flatMap((region, index) =>
    typeof region === 'string' && listed.indexOf(region) !== index
      ? [
          {
            path: ['regions', index],
            at: 'value',
            message: `${shown(region)} is listed already; leave it out`,
          } as const,
        ]
      : [],
  );
}
