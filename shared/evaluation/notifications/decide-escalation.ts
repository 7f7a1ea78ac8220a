import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { ResponseTime } from '../../model/response-time.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { businessMinutesBetween, hasBusinessHours } from '../schedule/business-time.ts';
import type { Acknowledged, Moment } from './moment.ts';
import type { Watched } from './root-cause.ts';
import { type SentHistory, sentAboutIncident } from './sent-history.ts';

/** Does somebody say "I'm on it"? What was said before it got worse does not count. */
export function isAcknowledged(
  incident: Incident,
  sentAboutIt: SentHistory,
  acknowledgements: readonly Acknowledged[],
): boolean {
  const worsened = sentAboutIt.findLast(({ reason }) => reason === 'worsened');
  return acknowledgementsOf(incident, acknowledgements).some(
    ({ acknowledgedAt, withdrawnAt = null }) =>
      withdrawnAt === null && (worsened === undefined || acknowledgedAt >= worsened.sentAt),
  );
}

/**
 * The response time that is over without anybody having acknowledged the incident, where that was not escalated yet; null
 * when there is nothing to escalate. The clock starts with the alert that the incident opened or got worse, and again when an
 * acknowledgement is withdrawn: each start escalates once. After maintenance or a pause
 * there is the whole time once more.
 */
export function overdueResponse(
  { check, sent }: Pick<Watched, 'check' | 'sent'>,
  incident: Incident,
  moment: Moment,
): ResponseTime | null {
  const time = check.policy.acknowledge?.[incident.light];
  const sentAboutIt = sentAboutIncident(sent, incident.openedAt ?? '');
  const asked = sentAboutIt.findLastIndex(({ reason }) => reason === 'opened' || reason === 'worsened');
  const askedAt = sentAboutIt[asked]?.sentAt;
  if (time === undefined || askedAt === undefined) return null;
  if (isAcknowledged(incident, sentAboutIt, moment.acknowledgements)) return null;
  const { now, calendar, acknowledgements, maintenance, pausedUntil = null } = moment;
  const latest = (at: Instant, others: readonly (Instant | null)[]): Instant =>
    others.reduce<Instant>((max, other) => (other !== null && other > max && other <= now ? other : max), at);
  const withdrawn = acknowledgementsOf(incident, acknowledgements).map(({ withdrawnAt = null }) => withdrawnAt);
  const startedAt = latest(askedAt, withdrawn);
  const isEscalated = sentAboutIt.some(
    ({ reason, sentAt }, index) =>
      reason === 'escalated' && index > asked && (startedAt === askedAt || sentAt >= startedAt),
  );
  if (isEscalated) return null;
  const since = latest(startedAt, [...maintenance.map(({ to }) => to), pausedUntil]);
  return waitedMinutes(since, time, { now, calendar }) >= time.minutes ? time : null;
}

function acknowledgementsOf(incident: Incident, acknowledgements: readonly Acknowledged[]): Acknowledged[] {
  return acknowledgements.filter(
    ({ checkId, subjectAt }) => checkId === incident.checkId && subjectAt === incident.openedAt,
  );
}

function waitedMinutes(
  since: Instant,
  { inBusinessHours }: ResponseTime,
  { now, calendar }: Pick<Moment, 'now' | 'calendar'>,
): number {
  // Sent while the clock stood ahead: better told too early than not before the clock is there again.
  const [from, to] = since < now ? [since, now] : [now, since];
  // A business without hours would never be late.
  if (inBusinessHours && hasBusinessHours(calendar)) return businessMinutesBetween(from, to, calendar);
  return (Date.parse(to) - Date.parse(from)) / minuteMs;
}

/** When an incident that is over was last escalated; null where nobody but its usual readers has heard of it. */
export function lastEscalation(sentAboutIt: SentHistory): Instant | null {
  const since = sentAboutIt.findLastIndex(({ reason }) => reason === 'resolved');
  return sentAboutIt.slice(since + 1).findLast(({ reason }) => reason === 'escalated')?.sentAt ?? null;
}
