import type { Check } from '../../model/check.ts';
import type { ProbeStep } from '../../model/stack-names.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { visitKinds } from '../../model/visit-kind.ts';
import { specOf } from '../../probes/index.ts';
import { visitKey } from './due-visits.ts';

/** Repeated and confirming visits, slow sites, and minutes in which more falls due than in others. */
const reserve = 2;

/** Visits that a probe must be able to make at the same time, so that its queue does not grow. */
export function visitsAtOnce(checks: readonly Check[], step: ProbeStep): number {
  const visits = Map.groupBy(checks, visitKey);
  let busy = 0;
  for (const together of visits.values()) {
    const [first] = together;
    const kind = visitKinds[specOf(first?.probe ?? '')?.visit ?? 'load'];
    if (first === undefined || kind.step !== step) continue;
    const everyMinutes = Math.min(...together.map((check) => check.everyMinutes));
    busy += kind.cost.ms[first.device ?? 'desktop'] / (everyMinutes * minuteMs);
  }
  return Math.ceil(busy * reserve);
}
