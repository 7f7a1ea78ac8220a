import { localDate } from '../../shared/evaluation/schedule/zone.ts';
import { type Heard, periodsUntil, recurringThemes, themeDays } from '../../shared/evaluation/themes/recurring.ts';
import { isPresent, reportedPeriod, type WeekFrame } from '../../shared/evaluation/week/frame.ts';
import {
  summarizeTouchpoint,
  type TouchpointHistory,
  type TouchpointWeek,
} from '../../shared/evaluation/week/of-touchpoint.ts';
import type { PlanSources } from '../../shared/evaluation/week/plan-of-week.ts';
import { bestStrengths, promiseOf, type Strength, strengthsOf } from '../../shared/evaluation/week/strengths.ts';
import { summarizeWeek, type WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { type Week, weekBefore } from '../../shared/evaluation/week/week.ts';
import { monthlyCost } from '../../shared/evaluation/what-if/monthly-cost.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { readComparison } from './read-comparison.ts';
import { joined, readHeard, readsWords } from './read-heard.ts';

export type WeekStores = Pick<
  Stores,
  'statuses' | 'days' | 'incidents' | 'sent' | 'conversations' | 'touchpoints' | 'plan' | 'results'
>;

export interface WeekSources {
  readonly configuration: Configuration;
  readonly stores: WeekStores;
}

/** What began earlier and is over by now is not looked for; what is still open stands in the status, however old. */
const LONGEST_INCIDENT_MS = 35 * dayMs;
/** Touchpoints read at the same time. Each is summarised at once, so memory does not grow with what they have stored. */
const AT_ONCE = 8;

/** Touchpoints whose longer history is read, because they may have done well for weeks. */
const PROMISING = 6;
/** How far back that is looked through. */
const LONGEST_STRENGTH_MS = 84 * dayMs;

/**
 * Reads a week: per touchpoint four key ranges of its partition (days, incidents, what was sent, statuses) and its entry in
 * the registry, and per social check its conversations, what customers said in two months, and the memory of its polls. No results but
 * those of competitors, and of the own page beside them. What people did about the plan is one key range.
 * @param planBefore what became of the plan is told since the last digest before that week
 */
export async function readWeek(
  { configuration, stores }: WeekSources,
  week: Week,
  now: Instant,
  planBefore = week.id,
): Promise<WeekSummary> {
  const { business, calendar, timeZone } = configuration;
  const watched = configuration.touchpoints.filter(({ checks }) => checks.length > 0);
  const frame: WeekFrame = { week, before: weekBefore(week, timeZone), now, calendar };
  const touchpoints: TouchpointWeek[] = [];
  const periods = periodsUntil(reportedPeriod(frame).to, themeDays);
  const heard: Heard[] = [];
  for (let next = 0; next < watched.length; next += AT_ONCE) {
    const some = watched.slice(next, next + AT_ONCE).map(async (touchpoint) => {
      const history = await readTouchpoint(touchpoint, stores, frame);
      const said = { from: periods.before.from, to: periods.now.to, now };
      const read = { ...history, checks: touchpoint.checks.filter(readsWords) };
      if (read.checks.length > 0) heard.push(await readHeard(read, history.conversations, stores, said));
      return summarizeTouchpoint(history, frame);
    });
    touchpoints.push(...(await Promise.all(some)));
  }
  // What a fleet's stack costs is its agency's concern, and all its businesses share it.
  const isOfFleet = configuration.touchpoints.some(({ id }) => businessOf(id) !== null);
  const monthlyDollars = isOfFleet ? null : monthlyCost(configuration).totalDollars;
  const hasReaders = (configuration.digest?.to.length ?? 0) > 0;
  const past = !isPresent(frame);
  const plan = past ? undefined : await readPlan(configuration, stores, planBefore);
  const keep = past ? [] : await readStrengths(watched, touchpoints, stores, frame);
  const comparison = await readComparison(configuration, stores.results, { week, now, weeks: touchpoints });
  return summarizeWeek({
    business,
    calendar,
    week,
    now,
    touchpoints,
    monthlyDollars,
    hasReaders,
    ...(plan && { plan }),
    keep,
    comparison,
    themes: heard.length === 0 ? null : recurringThemes(joined(heard), periods),
  });
}

async function readPlan({ plan: own }: Configuration, stores: WeekStores, before: string): Promise<PlanSources> {
  const [steps, memory] = await Promise.all([stores.plan.list(), stores.plan.newest(before)]);
  return { own, steps, memory };
}

async function readStrengths(
  watched: readonly Touchpoint[],
  weeks: readonly TouchpointWeek[],
  stores: WeekStores,
  frame: WeekFrame,
): Promise<Strength[]> {
  const promising = watched
    .map((touchpoint, n) => ({ touchpoint, promise: weeks[n] === undefined ? 0 : promiseOf(weeks[n]) }))
    .filter(({ promise }) => promise > 0)
    .toSorted((a, b) => b.promise - a.promise)
    .slice(0, PROMISING);
  const since = toInstant(Date.parse(frame.week.to) - LONGEST_STRENGTH_MS);
  const found = await Promise.all(
    promising.map(async ({ touchpoint }) => {
      return strengthsOf(await readTouchpoint(touchpoint, stores, frame, since), frame);
    }),
  );
  return bestStrengths(found.flat());
}

async function readTouchpoint(
  touchpoint: Touchpoint,
  stores: WeekStores,
  { week, before, now, calendar }: WeekFrame,
  daysSince: Instant = before.from,
): Promise<TouchpointHistory> {
  const { id, checks } = touchpoint;
  const since = toInstant(Date.parse(daysSince) - LONGEST_INCIDENT_MS);
  const until = now > week.to ? now : week.to;
  // Comments of a survey were written to the business: they are counted, and a mail quotes none.
  const social = checks.filter(({ probe }) => probe === 'responses');
  const [statuses, days, incidents, sent, watch, conversations, polls] = await Promise.all([
    stores.statuses.list(id),
    stores.days.list(id, { from: localDate(Date.parse(daysSince), calendar.timeZone), to: dayAfter(week) }),
    stores.incidents.list(id, { from: since, to: until }),
    stores.sent.list(id, { from: since, to: until }),
    stores.touchpoints.load(id),
    Promise.all(social.map((check) => stores.conversations.list(check.id))),
    Promise.all(social.map((check) => stores.conversations.loadPoll(check.id))),
  ]);
  // Nobody measures any more whether a check's incident is over when its check was removed: open, it would be reported for ever.
  const isConfigured = ({ checkId }: { readonly checkId: string }): boolean =>
    checks.some(({ id: its }) => its === checkId);
  return {
    touchpoint,
    statuses: statuses.filter(isConfigured),
    days,
    incidents: incidents.filter((incident) => incident.resolvedAt !== null || isConfigured(incident)),
    sent,
    watch,
    conversations: conversations.flat(),
    polls: polls.flatMap((poll) => poll ?? []),
  };
}

function dayAfter(week: Week): string {
  const sunday = Date.parse(week.days.at(-1)?.date ?? '');
  return new Date(sunday + dayMs).toISOString().slice(0, 10);
}
