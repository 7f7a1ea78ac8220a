import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../../model/business.ts';
import { weekdays } from '../../model/calendar.ts';
import { type DigestPlan, type ReaderState, subscribersOfAlerts } from '../../model/digest-plan.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { hourMs } from '../../model/time-spans.ts';
import { lastFullWeek } from '../week/week.ts';

/** Hours within which the digest is tried again; afterwards it is missed. */
const PATIENCE_HOURS = 6;

/** The digest as it is configured now. What is known stays: since when this time and each reader have been configured. */
export function planDigest(
  { weekday, atMinute, to }: NonNullable<Configuration['digest']>,
  timeZone: string,
  known: DigestPlan | null,
  now: Instant,
): DigestPlan {
  const isSameTime =
    known !== null && known.weekday === weekday && known.atMinute === atMinute && known.timeZone === timeZone;
  return {
    ...{ weekday, atMinute, timeZone },
    since: isSameTime ? known.since : now,
    readers: Object.fromEntries(to.map((reader) => [reader, known?.readers[reader] ?? now])),
  };
}

export function isSamePlan(a: DigestPlan | null, b: DigestPlan): boolean {
  if (a === null) return false;
  const isSameTime =
    a.weekday === b.weekday && a.atMinute === b.atMinute && a.timeZone === b.timeZone && a.since === b.since;
  const readers = Object.entries(b.readers);
  const isSameList = readers.every(([reader, since]) => a.readers[reader] === since);
  return isSameTime && isSameList && readers.length === Object.keys(a.readers).length;
}

/** A digest that should have been sent by now. */
export interface DueDigest {
  readonly weekId: string;
  readonly dueAt: Instant;
  /** Those who were to be mailed then. */
  readonly readers: readonly string[];
}

/** The last digest whose time, and the time for trying again, are over; null where none was due under this plan. */
export function dueDigest(plan: DigestPlan, now: Instant): DueDigest | null {
  const dueAt = lastDueAt(plan, toInstant(Date.parse(now) - PATIENCE_HOURS * hourMs));
  const readers = Object.keys(plan.readers).filter((reader) => (plan.readers[reader] ?? now) <= dueAt);
  if (plan.since > dueAt || readers.length === 0) return null;
  return { weekId: lastFullWeek(dueAt, plan.timeZone).id, dueAt, readers };
}

/** Readers who have no mail for sure. Whom SES may not write to is served over SNS. */
export function missedReaders({ readers }: DueDigest, states: readonly ReaderState[]): string[] {
  const byReader = new Map(states.map(({ reader, delivery }) => [reader, delivery]));
  const isAnnounced = byReader.get(subscribersOfAlerts) === 'sent';
  return readers.filter((reader) => {
    const delivery = byReader.get(reader);
    return delivery !== 'sent' && !(delivery === 'refused' && isAnnounced);
  });
}

/** The last time at or before `at` at which a digest was due, by the business's clock. */
function lastDueAt({ weekday, atMinute, timeZone }: DigestPlan, at: Instant): Instant {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const daysSince = (today.dayOfWeek - 1 - weekdays.indexOf(weekday) + 7) % 7;
  const dueOn = (date: Temporal.PlainDate): Instant => {
    const plainTime = new Temporal.PlainTime(Math.floor(atMinute / 60), atMinute % 60);
    return toInstant(date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
  };
  const latest = dueOn(today.subtract({ days: daysSince }));
  return latest <= at ? latest : dueOn(today.subtract({ days: daysSince + 7 }));
}
