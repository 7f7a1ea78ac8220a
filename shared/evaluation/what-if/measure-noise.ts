import type { Check } from '../../model/check.ts';
import type { CheckId } from '../../model/check-id.ts';
import { type Incident, measurementOf } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Sent } from '../../model/notification.ts';
import type { DayRollUp } from '../../model/status.ts';
import { minuteMs } from '../../model/time-spans.ts';

export interface NoisePeriod {
  /** The configured checks; alerts about others are not counted. */
  readonly checks: readonly Check[];
  /** At least those opened in the range. */
  readonly incidents: readonly Incident[];
  /** At least what was sent in the range: ask for subjects since 30 days before it, because reminders have old subjects. */
  readonly sent: readonly Sent[];
  /** The days to count, as the day store lists them; add today's with `closeDay` where it matters. */
  readonly days: readonly { readonly checkId: CheckId; readonly day: DayRollUp }[];
  /** `from` inclusive, `to` exclusive. */
  readonly range: { readonly from: Instant; readonly to: Instant };
}

/** A change that would have made a check quieter, in the words of `touchlight replay --set`. */
interface Suggestion {
  readonly kind: 'threshold' | 'policy';
  /** `website/page-load@mobile.lcpMs.green=3100`, `website/form.failuresToOpen=3`, `website/form.remindEvery=72h` */
  readonly set: string;
}

export interface CheckNoise {
  readonly checkId: CheckId;
  /** Incidents opened, whether or not an alert was sent. */
  readonly opened: number;
  /** Those over again at the first runs that could say so. */
  readonly brief: number;
  /** Notices sent about the check, for whatever reason. */
  readonly notices: number;
  readonly reminders: number;
  /** Times that nobody had acknowledged an incident in time. */
  readonly escalations: number;
  /** Restless periods that an alert was sent about. */
  readonly flaps: number;
  /** Hours in which we could not see, by the check's cadence; one decimal. */
  readonly unknownHours: number;
  readonly suggestion: Suggestion | null;
}

export interface Noise {
  /** Messages sent: all notices of one touchpoint at one moment are one. */
  readonly alerts: number;
  /** Loudest first; only checks of which there is something to say. */
  readonly checks: readonly CheckNoise[];
}

const REMINDERS_TOO_MANY = 3;
const BRIEF_TOO_MANY = 2;

/**
 * How much noise the alerts made in a period, per check, and what would make the loudest quieter: a pure count of the
 * incident history, the sent log and the days' roll-ups, without reading any result.
 */
export function measureNoise({ checks, incidents, sent, days, range }: NoisePeriod): Noise {
  const isWithin = (at: Instant | null): boolean => at !== null && range.from <= at && at < range.to;
  const known = new Set(checks.map(({ id }) => id));
  const heard = sent.filter(({ checkId, sentAt }) => known.has(checkId) && isWithin(sentAt));
  const counted = checks.map((check) =>
    noiseOf(
      check,
      incidents.filter(({ checkId, openedAt }) => checkId === check.id && isWithin(openedAt)),
      heard.filter(({ checkId }) => checkId === check.id),
      days.filter(({ checkId }) => checkId === check.id).map(({ day }) => day),
    ),
  );
  return {
    alerts: new Set(heard.map(({ touchpointId, sentAt }) => `${touchpointId} ${sentAt}`)).size,
    checks: counted
      .filter(({ opened, notices, unknownHours }) => opened + notices + unknownHours > 0)
      .toSorted((a, b) => b.notices - a.notices || b.opened - a.opened || b.unknownHours - a.unknownHours),
  };
}

function noiseOf(
  check: Check,
  incidents: readonly Incident[],
  heard: readonly Sent[],
  days: readonly DayRollUp[],
): CheckNoise {
  const brief = incidents.filter((incident) => isBrief(incident, check));
  const unknownRuns = days.reduce((sum, { runs }) => sum + runs.unknown, 0);
  const noise = {
    checkId: check.id,
    opened: incidents.length,
    brief: brief.length,
    notices: heard.length,
    reminders: heard.filter(({ reason }) => reason === 'reminder').length,
    escalations: heard.filter(({ reason }) => reason === 'escalated').length,
    flaps: heard.filter(({ reason }) => reason === 'flapping').length,
    unknownHours: Math.round((unknownRuns * check.everyMinutes) / 6) / 10,
  };
  return { ...noise, suggestion: suggest(check, noise, brief, days) };
}

/** Green again as soon as the policy lets a check be: nobody repaired that. */
function isBrief({ suspectedAt, resolvedAt }: Incident, { everyMinutes, policy }: Check): boolean {
  if (resolvedAt === null) return false;
  const lastedMinutes = (Date.parse(resolvedAt) - Date.parse(suspectedAt)) / minuteMs;
  return lastedMinutes <= everyMinutes * (policy.successesToResolve + 1);
}

function suggest(
  check: Check,
  { reminders, flaps }: Pick<CheckNoise, 'reminders' | 'flaps'>,
  brief: readonly Incident[],
  days: readonly DayRollUp[],
): Suggestion | null {
  const { failuresToOpen, remindEveryMinutes } = check.policy;
  const isBriefTooOften = brief.length >= BRIEF_TOO_MANY;
  if (isBriefTooOften || flaps > 0) {
    const threshold = usualThreshold(check, brief, days);
    if (threshold !== null) return { kind: 'threshold', set: `${check.id}.${threshold}` };
  }
  // Restlessness is counted by lights, whatever it takes to open an incident.
  if (isBriefTooOften && failuresToOpen < 10) {
    return { kind: 'policy', set: `${check.id}.failuresToOpen=${failuresToOpen + 1}` };
  }
  if (reminders >= REMINDERS_TOO_MANY) {
    return { kind: 'policy', set: `${check.id}.remindEvery=${Math.round((remindEveryMinutes * 3) / 60)}h` };
  }
  return null;
}

/**
 * The green bound that lies beyond the usual values, where the noise comes from a bound in their midst. Just beyond p75 it
 * would still be passed by every fifth run; p75 and twice its distance from p50 is two standard deviations of what is
 * spread evenly, of which the worst day counts. Null where the usual values are within the bound, or reach the red one.
 */
function usualThreshold(check: Check, brief: readonly Incident[], days: readonly DayRollUp[]): string | null {
  const suspects =
    brief.length === 0 ? Object.keys(check.thresholds) : brief.map((incident) => measurementOf(incident) ?? '');
  for (const name of new Set(suspects)) {
    const bounds = check.thresholds[name];
    const spreads = days.flatMap(({ measurements }) => measurements[name] ?? []);
    const usual = Math.max(
      ...spreads.map(({ p50, p75, max }) => Math.max(p75 * 1.05, Math.min(max, 3 * p75 - 2 * p50))),
    );
    if (bounds === undefined || !Number.isFinite(usual)) continue;
    if (bounds.red !== null && bounds.red < bounds.green) continue;
    const green = Number(usual.toPrecision(2));
    if (green > bounds.green && (bounds.red === null || green < bounds.red)) return `${name}.green=${green}`;
  }
  return null;
}
