import type { WeekFrame } from '../../shared/evaluation/week/frame.ts';
import {
  summarizeTouchpoint,
  type TouchpointHistory,
  type TouchpointWeek,
} from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek, type WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { type Week, weekBefore } from '../../shared/evaluation/week/week.ts';
import { monthlyCost } from '../../shared/evaluation/what-if/monthly-cost.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';

export type WeekStores = Pick<Stores, 'statuses' | 'days' | 'incidents' | 'sent' | 'conversations' | 'touchpoints'>;

export interface WeekSources {
  readonly configuration: Configuration;
  readonly stores: WeekStores;
}

/** What began earlier and is over by now is not looked for; what is still open stands in the status, however old. */
const LONGEST_INCIDENT_MS = 35 * dayMs;
/** Touchpoints read at the same time. Each is summarised at once, so memory does not grow with what they have stored. */
const AT_ONCE = 8;

/**
 * Reads a week: per touchpoint four key ranges of its partition (days, incidents, what was sent, statuses) and its entry in
 * the registry, and per social check its conversations and the memory of its polls. No results.
 */
export async function readWeek({ configuration, stores }: WeekSources, week: Week, now: Instant): Promise<WeekSummary> {
  const { business, calendar, timeZone } = configuration;
  const watched = configuration.touchpoints.filter(({ checks }) => checks.length > 0);
  const frame: WeekFrame = { week, before: weekBefore(week, timeZone), now, calendar };
  const touchpoints: TouchpointWeek[] = [];
  for (let next = 0; next < watched.length; next += AT_ONCE) {
    const some = watched.slice(next, next + AT_ONCE).map(async (touchpoint) => {
      return summarizeTouchpoint(await readTouchpoint(touchpoint, stores, frame), frame);
    });
    touchpoints.push(...(await Promise.all(some)));
  }
  const monthlyDollars = monthlyCost(configuration).totalDollars;
  const hasReaders = (configuration.digest?.to.length ?? 0) > 0;
  return summarizeWeek({ business, calendar, week, now, touchpoints, monthlyDollars, hasReaders });
}

async function readTouchpoint(
  touchpoint: Touchpoint,
  stores: WeekStores,
  { week, before, now }: WeekFrame,
): Promise<TouchpointHistory> {
  const { id, checks } = touchpoint;
  const since = toInstant(Date.parse(before.from) - LONGEST_INCIDENT_MS);
  const until = now > week.to ? now : week.to;
  const social = checks.filter(({ probe }) => probe === 'responses');
  const [statuses, days, incidents, sent, watch, conversations, polls] = await Promise.all([
    stores.statuses.list(id),
    stores.days.list(id, { from: before.days[0]?.date ?? '', to: dayAfter(week) }),
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
