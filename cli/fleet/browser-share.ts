import { visitKey } from '../../shared/evaluation/schedule/due-visits.ts';
import { type Configuration, scheduledChecks } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { visitKinds } from '../../shared/model/visit-kind.ts';
import { specOf } from '../../shared/probes/index.ts';

export interface BrowserShare {
  /** Of the day in which the one browser of this machine is busy: 0.4; above 1 there is more to do than it can. */
  readonly share: number;
  /** What to do about it; null where there is time enough. */
  readonly warning: string | null;
}

/** Visits wait for each other and for slow sites: beyond this, some of them come too late. */
const comfortable = 0.7;

/** How busy one machine is with all businesses, by what the visits of each kind take on the whole. */
export function browserShare(configurations: readonly Configuration[]): BrowserShare {
  const visits = Map.groupBy(configurations.flatMap(scheduledChecks), visitKey);
  let msPerMinute = 0;
  for (const checks of visits.values()) msPerMinute += msPerMinuteOf(checks);
  const share = msPerMinute / minuteMs;
  if (share <= comfortable) return { share, warning: null };
  const percent = Math.round(share * 100);
  return {
    share,
    warning:
      `One browser would be busy ${percent}% of the time; above ${comfortable * 100}%, visits come too late and are left out. ` +
      'Let checks run less often (every), or split the folder between machines.',
  };
}

/** The most frequent check of a visit says how often the page is opened. */
function msPerMinuteOf(checks: readonly Check[]): number {
  const [first] = checks;
  if (first === undefined) return 0;
  const { lane, cost } = visitKinds[specOf(first.probe)?.visit ?? 'load'];
  if (lane !== 'browser') return 0;
  return cost.ms[first.device ?? 'mobile'] / Math.min(...checks.map(({ everyMinutes }) => everyMinutes));
}
