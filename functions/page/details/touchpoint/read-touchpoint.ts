import { boardEntry } from '../../../../shared/evaluation/board/board-entry.ts';
import { type MonthLights, monthLights, stripDates } from '../../../../shared/evaluation/board/month-strip.ts';
import { type Waiting, whoWaits } from '../../../../shared/evaluation/conversations/response-figures.ts';
import { knownIncidents } from '../../../../shared/evaluation/incidents/known-incidents.ts';
import { lightAt } from '../../../../shared/evaluation/incidents/light-at.ts';
import { isDetractor } from '../../../../shared/evaluation/loyalty/promoter-score.ts';
import { isInMaintenance } from '../../../../shared/evaluation/notifications/maintenance.ts';
import { bringsHistory, type Trend, trendsOf, trendsOfHistory } from '../../../../shared/evaluation/week/trends.ts';
import type { BoardEntry } from '../../../../shared/model/board.ts';
import type { Maintenance, Touchpoint } from '../../../../shared/model/business.ts';
import type { Check } from '../../../../shared/model/check.ts';
import type { Conversation } from '../../../../shared/model/conversation.ts';
import type { Incident } from '../../../../shared/model/incident.ts';
import { type Instant, toInstant } from '../../../../shared/model/instant.ts';
import { worstFirst } from '../../../../shared/model/light.ts';
import type { Status } from '../../../../shared/model/status.ts';
import { dayMs } from '../../../../shared/model/time-spans.ts';
import { type IncidentPlace, longestMaintenanceDays } from '../../../../shared/ports/stores.ts';
import { survey } from '../../../../shared/probes/survey/spec.ts';
import type { PageDeps } from '../../page-deps.ts';
import type { SeenCheck } from '../check-facts.ts';
import type { LastVisit } from '../pictures-part.ts';
import { incidentsSince, recentIncidents } from '../recent-incidents.ts';
import { trendDates } from '../trends-part.ts';

export interface TouchpointNow {
  readonly touchpoint: Touchpoint;
  /** As it stands now; null where there is nothing to check. */
  readonly entry: BoardEntry | null;
  /** Worst first. */
  readonly rows: readonly SeenCheck[];
  readonly month: MonthLights;
  readonly trends: readonly Trend[];
  /** What services know of the months before; empty where none is asked. */
  readonly histories: readonly Trend[];
  /** The last results of checks that bring pictures. */
  readonly lastVisits: readonly LastVisit[];
  readonly past: PastIncidents;
  /** Windows that hold or come, soonest first. */
  readonly maintenance: readonly Maintenance[];
  /** One that holds was announced by a person; those of touchpoints.yaml end there. */
  readonly mayEndMaintenance: boolean;
  /** Null where nobody looks for customers' messages. */
  readonly waiting: readonly Waiting[] | null;
  /** What customers wrote in a survey, dissatisfied ones first; null where there is no survey. */
  readonly comments: readonly Conversation[] | null;
}

export interface PastIncidents {
  /** Newest first. */
  readonly incidents: readonly Incident[];
  /** Behind which older ones are found; null where there are none. */
  readonly next: IncidentPlace | null;
}

/** So many on one page. */
const pastAtMost = 50;
const withPictures = ['page-load', 'contacts', 'form'];
const visitsAtMost = 6;
const historyRuns = 8;
const endOfTime = '9999-12-31T23:59:59.999Z';

/**
 * Six key ranges and two items of the touchpoint, one result of each of the six checks at most that bring pictures, the last
 * results of its checks that bring a history, and the conversations of its checks that look for some, or for comments.
 */
export async function readTouchpoint(
  touchpoint: Touchpoint,
  { stores, configuration }: PageDeps,
  { now }: { readonly now: Instant },
): Promise<TouchpointNow> {
  const { id, checks } = touchpoint;
  const { calendar } = configuration;
  const { timeZone } = calendar;
  const since = toInstant(Date.parse(now) - longestMaintenanceDays * dayMs);
  const dates = { from: trendDates(now).from, to: stripDates(now, timeZone).to };
  const [board, all, days, history, announced, watch, lastVisits, histories, waiting, comments] = await Promise.all([
    stores.board.load(id),
    stores.statuses.list(id),
    stores.days.list(id, dates),
    stores.incidents.newest(id, recentIncidents),
    stores.maintenance.list(id, { from: since, to: endOfTime }),
    stores.touchpoints.load(id),
    readLastVisits(checks, stores),
    readHistories(checks, stores),
    readWaiting(touchpoint, stores, { calendar, now }),
    readComments(touchpoint, stores),
  ]);
  const statuses = all.filter(({ checkId }) => checks.some((check) => check.id === checkId));
  const incidents = knownIncidents(history, statuses);
  const known = incidentsSince(history);
  const maintenance = [...configuration.maintenance, ...announced]
    .filter(({ touchpointId, to }) => touchpointId === id && now < to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const acknowledgements = (board?.open ?? []).flatMap(({ acknowledgement }) => acknowledgement ?? []);
  const strip = { until: dates.to, lights: '' };
  return {
    touchpoint,
    entry: boardEntry({ touchpointId: id, statuses, checks, acknowledgements, maintenance, strip, now }),
    rows: rowsOf(checks, statuses, now),
    month: monthLights({ touchpoint, statuses, days, incidents, watch, ...known }, { now, calendar }),
    trends: trendsOf(checks, days),
    ...{ histories, lastVisits, maintenance, waiting, comments },
    mayEndMaintenance: isInMaintenance(id, now, announced),
    past: pastOf(touchpoint, history, pastAtMost),
  };
}

export async function readOlderIncidents(
  touchpoint: Touchpoint,
  { stores }: Pick<PageDeps, 'stores'>,
  before: IncidentPlace,
): Promise<PastIncidents> {
  const older = await stores.incidents.newest(touchpoint.id, pastAtMost + 1, before);
  return pastOf(touchpoint, older, pastAtMost);
}

/** Of checks that are configured no more nothing is shown, but what lies behind it is found. */
function pastOf({ checks }: Touchpoint, newest: readonly Incident[], limit: number): PastIncidents {
  const shown = newest.slice(0, limit);
  const isShown = ({ checkId }: Incident): boolean => checks.some(({ id }) => id === checkId);
  const last = shown.findLast(isShown) ?? shown.at(-1);
  const place = newest.length > limit && last?.openedAt ? { checkId: last.checkId, openedAt: last.openedAt } : null;
  return { incidents: shown.filter(isShown), next: place };
}

function rowsOf(checks: readonly Check[], statuses: readonly Status[], now: Instant): SeenCheck[] {
  const rows = checks.map((check): SeenCheck => {
    const status = statuses.find(({ checkId }) => checkId === check.id);
    return { check, status, seen: lightAt(status, check, now) };
  });
  return worstFirst(rows, ({ seen }) => seen.shown);
}

async function readLastVisits(checks: readonly Check[], stores: PageDeps['stores']): Promise<LastVisit[]> {
  const some = checks
    .filter(({ probe, page }) => withPictures.includes(probe) && (page === null || probe === 'form'))
    .slice(0, visitsAtMost);
  const results = await Promise.all(some.map((check) => stores.results.newest(check.id, 1)));
  return some.flatMap((check, n) => {
    const result = results[n]?.[0];
    return result === undefined ? [] : [{ check, result }];
  });
}

async function readHistories(checks: readonly Check[], stores: PageDeps['stores']): Promise<Trend[]> {
  const asked = checks.filter(bringsHistory);
  // A day on which the service did not answer loses nothing.
  const results = await Promise.all(asked.map((check) => stores.results.newest(check.id, historyRuns)));
  return asked.flatMap((check, n) => trendsOfHistory(check, results[n]?.toReversed() ?? []));
}

async function readWaiting(
  { checks, slaMinutes }: Touchpoint,
  stores: PageDeps['stores'],
  frame: Omit<Parameters<typeof whoWaits>[1], 'slaMinutes'>,
): Promise<Waiting[] | null> {
  const looking = checks.filter(({ probe }) => probe === 'responses');
  if (slaMinutes === null || looking.length === 0) return null;
  const conversations = await Promise.all(looking.map(({ id }) => stores.conversations.list(id)));
  return whoWaits(conversations.flat(), { slaMinutes, ...frame });
}

async function readComments({ checks }: Touchpoint, stores: PageDeps['stores']): Promise<Conversation[] | null> {
  const surveys = checks.filter(({ probe }) => probe === survey.id);
  if (surveys.length === 0) return null;
  const conversations = await Promise.all(surveys.map(({ id }) => stores.conversations.list(id)));
  const isDissatisfied = ({ score }: Conversation): boolean => score !== undefined && isDetractor(score);
  return conversations
    .flat()
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => Number(isDissatisfied(b)) - Number(isDissatisfied(a)) || (a.startedAt > b.startedAt ? -1 : 1));
}
