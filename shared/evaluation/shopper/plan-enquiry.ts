import type { Calendar } from '../../model/business.ts';
import type { Instant } from '../../model/instant.ts';
import type { TestEnquiry } from '../../model/test-enquiry.ts';
import { dayMs } from '../../model/time-spans.ts';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  hasBusinessHours,
  isBusinessTime,
  nextBusinessTime,
} from '../schedule/business-time.ts';
import { hash } from '../schedule/due-visits.ts';
import { type Week, weekAt } from '../week/week.ts';
import { isOpen, type ShopperFrame } from './standing.ts';

export type EnquiryPlan =
  | { readonly reason: 'send'; readonly slot: string }
  /** What was refused is tried again, under the same token. */
  | { readonly reason: 'send-again'; readonly enquiry: TestEnquiry }
  /** The business is asked one thing at a time. */
  | { readonly reason: 'one-is-open' }
  /** `at` is the next moment at which one may be sent; null when the business never opens. */
  | { readonly reason: 'not-due'; readonly at: Instant | null };

/** A little after opening, and not so late that nobody could answer on the same day. */
const [earliest, latest] = [0.05, 0.8];

/**
 * Whether a test enquiry is to be sent now. Each calendar week of the business has so many slots, spread over its hours at moments
 * that look random and are the same for every run, so that nothing needs to be remembered but what was sent. The first enquiry of
 * all is sent as soon as the business is open. What was missed, by a machine that was off or a week of holidays, is not made up for.
 */
export function planEnquiry(
  known: readonly TestEnquiry[],
  { checkId, perWeek, ...frame }: ShopperFrame & { readonly checkId: string; readonly perWeek: number },
): EnquiryPlan {
  const { calendar, now } = frame;
  if (!isBusinessTime(now, calendar)) return { reason: 'not-due', at: nextAt(known, { checkId, perWeek, ...frame }) };
  const newest = known.at(-1);
  if (known.some((each) => isOpen(each, frame))) return { reason: 'one-is-open' };
  const slots = slotsOf(weekAt(now, calendar.timeZone), { checkId, perWeek, calendar });
  if (newest?.delivery === 'refused') {
    const isOfThisWeek = slots.some(({ slot }) => slot === newest.slot);
    if (isOfThisWeek && !isResting(newest, now)) return { reason: 'send-again', enquiry: newest };
  }
  const due = slots.filter(({ at, opensAt }) => (newest === undefined ? opensAt : at) <= now).at(-1);
  if (due === undefined || (newest !== undefined && newest.slot >= due.slot))
    return { reason: 'not-due', at: nextAt(known, { checkId, perWeek, ...frame }) };
  return { reason: 'send', slot: due.slot };
}

/** A form that could not be sent is left alone for a day: each attempt is a visitor to the site. */
function isResting({ form, sentAt }: TestEnquiry, now: Instant): boolean {
  return form !== null && Date.parse(now) - Date.parse(sentAt) < dayMs;
}

interface SlotFrame {
  readonly checkId: string;
  readonly perWeek: number;
  readonly calendar: Calendar;
}

interface Slot {
  readonly slot: string;
  /** When its share of the week begins. */
  readonly opensAt: Instant;
  readonly at: Instant;
}

/** The moments of one week; none in a week without business hours. */
function slotsOf(week: Week, { checkId, perWeek, calendar }: SlotFrame): readonly Slot[] {
  const open = businessMinutesBetween(week.from, week.to, calendar);
  if (open === 0) return [];
  const share = open / perWeek;
  return Array.from({ length: perWeek }, (_, index) => index).flatMap((index): Slot[] => {
    const slot = `${week.days[0]?.date}.${index + 1}`;
    const part = earliest + ((latest - earliest) * hash(`${checkId} ${slot}`)) / 2 ** 32;
    const opensAt = addBusinessMinutes(week.from, index * share, calendar);
    const at = addBusinessMinutes(week.from, (index + part) * share, calendar);
    return opensAt === null || at === null ? [] : [{ slot, opensAt, at }];
  });
}

/** Of this week and the weeks after it; a business may be closed for some. */
const weeksAhead = 8;

function nextAt(
  known: readonly TestEnquiry[],
  { now, ...frame }: SlotFrame & { readonly now: Instant },
): Instant | null {
  const { calendar } = frame;
  if (!hasBusinessHours(calendar)) return null;
  const newest = known.at(-1);
  if (newest === undefined) return nextBusinessTime(now, calendar);
  let week = weekAt(now, calendar.timeZone);
  for (let ahead = 0; ahead < weeksAhead; ahead++) {
    const next = slotsOf(week, frame).find(({ slot, at }) => slot > newest.slot && at > now);
    if (next !== undefined) return next.at;
    week = weekAt(week.to, calendar.timeZone);
  }
  return null;
}
