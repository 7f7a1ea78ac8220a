import { unknownName } from '../../shared/config/suggest.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { UsageError } from '../exit.ts';

/**
 * The checks that `--only` names: a touchpoint (`website`), a probe on it (`website/form`: all its pages and devices) or one
 * check id. Without names, all of them.
 * @throws UsageError when a name matches nothing
 */
export function selectChecks(configuration: Configuration, only: readonly string[] = []): Check[] {
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  for (const name of only) {
    if (checks.some((check) => matches(check, name))) continue;
    const known = [...new Set(checks.map(({ touchpointId, probe }) => `${touchpointId}/${probe}`))].join(', ');
    const ids = checks.flatMap((check) => [check.id, check.touchpointId, `${check.touchpointId}/${check.probe}`]);
    const all = `This configuration has: ${known === '' ? 'none' : known}.`;
    throw new UsageError(unknownName('No check', name, ids, all));
  }
  return only.length === 0 ? checks : checks.filter((check) => only.some((name) => matches(check, name)));
}

function matches(check: Check, name: string): boolean {
  return name === check.id || name === check.touchpointId || name === `${check.touchpointId}/${check.probe}`;
}
