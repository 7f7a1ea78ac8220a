import { monthLights, stripDates } from '../../../../shared/evaluation/board/month-strip.ts';
import { knownIncidents } from '../../../../shared/evaluation/incidents/known-incidents.ts';
import { lightAt } from '../../../../shared/evaluation/incidents/light-at.ts';
import type { StripDay } from '../../../../shared/evaluation/week/day-lights.ts';
import { type Trend, trendsOf, trendsOfHistory } from '../../../../shared/evaluation/week/trends.ts';
import type { Touchpoint } from '../../../../shared/model/business.ts';
import type { Check } from '../../../../shared/model/check.ts';
import type { Incident } from '../../../../shared/model/incident.ts';
import type { Instant } from '../../../../shared/model/instant.ts';
import type { Result } from '../../../../shared/model/result.ts';
import type { PageDeps } from '../../page-deps.ts';
import type { SeenCheck } from '../check-facts.ts';
import { incidentsSince, recentIncidents } from '../recent-incidents.ts';
import { trendDates } from '../trends-part.ts';

export interface CheckHistory extends SeenCheck {
  readonly touchpoint: Touchpoint;
  readonly days: readonly StripDay[];
  readonly trends: readonly Trend[];
  /** What a service knows of the months before; empty where none is asked. */
  readonly histories: readonly Trend[];
  /** Newest first. */
  readonly results: readonly Result[];
  /** Newest first; the one that is open stands before all. */
  readonly incidents: readonly Incident[];
  /** Among how many of the touchpoint's incidents these were found; null where those were all. */
  readonly among: number | null;
}

const runsShown = 50;
const incidentsShown = 20;

/** Two key ranges of the touchpoint, two items, and the last 50 results: as much however long its history is. */
export async function readCheck(
  check: Check,
  touchpoint: Touchpoint,
  { stores, configuration: { calendar } }: PageDeps,
  { now }: { readonly now: Instant },
): Promise<CheckHistory> {
  const { id } = touchpoint;
  const dates = { from: trendDates(now).from, to: stripDates(now, calendar.timeZone).to };
  const [stored, results, days, history, watch] = await Promise.all([
    stores.statuses.load(id, check.id),
    stores.results.newest(check.id, runsShown),
    stores.days.list(id, dates),
    stores.incidents.newest(id, recentIncidents),
    stores.touchpoints.load(id),
  ]);
  const statuses = stored === null ? [] : [stored];
  const incidents = knownIncidents(history, statuses).filter(
    ({ checkId, openedAt }) => checkId === check.id && openedAt !== null,
  );
  const known = incidentsSince(history);
  const sources = { touchpoint, statuses, days, incidents, watch, ...known };
  return {
    ...{ touchpoint, check, results },
    status: stored ?? undefined,
    seen: lightAt(stored ?? undefined, check, now),
    days: monthLights(sources, { now, calendar }).ofCheck(check),
    trends: trendsOf([check], days),
    histories: trendsOfHistory(check, results.toReversed()),
    incidents: incidents.toSorted((a, b) => (a.suspectedAt < b.suspectedAt ? 1 : -1)).slice(0, incidentsShown),
    among: known.incidentsSince === undefined ? null : history.length,
  };
}
