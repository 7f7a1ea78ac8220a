import type { Calendar } from '../../model/business.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Instant } from '../../model/instant.ts';
import { dayMs } from '../../model/time-spans.ts';
import { addBusinessMinutes, businessMinutesBetween } from '../schedule/business-time.ts';
import { callFigures } from './call-figures.ts';
import { quantile } from './quantile.ts';

export interface FigureFrame {
  readonly slaMinutes: number;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** A customer who waits, with the time by which the promise is kept. */
export interface Waiting {
  readonly conversation: Conversation;
  /** Business minutes until now. */
  readonly waitedMinutes: number;
  /** Null when the business never opens. */
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
}

/** Who waits, longest first. */
export function whoWaits(conversations: readonly Conversation[], frame: FigureFrame): Waiting[] {
  const { slaMinutes, calendar, now } = frame;
  return conversations
    .flatMap((conversation): Waiting[] => {
      const { state, waitingSince } = conversation;
      if (state !== 'waiting' || waitingSince === null) return [];
      const waitedMinutes = businessMinutesBetween(waitingSince, now, calendar);
      const dueAt = addBusinessMinutes(waitingSince, slaMinutes, calendar);
      return [{ conversation, waitedMinutes, dueAt, overdue: waitedMinutes >= slaMinutes }];
    })
    .toSorted((a, b) => b.waitedMinutes - a.waitedMinutes || (since(a) < since(b) ? -1 : 1));
}

/**
 * The numbers of one touchpoint. Over 7 days: answers given, and how many customers were answered in time, those included
 * who are overdue now. What has no denominator is left out: nobody was answered late when nobody asked.
 */
export function responseFigures(conversations: readonly Conversation[], frame: FigureFrame): Record<string, number> {
  const waiting = whoWaits(conversations, frame);
  const since = Date.parse(frame.now) - 7 * dayMs;
  const within = (at: Instant | null): boolean => at !== null && Date.parse(at) >= since;
  const answers = conversations.flatMap(({ state, answeredAt, responseMinutes }) =>
    state === 'answered' && responseMinutes !== null && within(answeredAt) ? [responseMinutes] : [],
  );
  const overdue = waiting.filter((each) => each.overdue).length;
  const inTime = answers.filter((minutes) => minutes <= frame.slaMinutes).length;
  const concerned = answers.length + overdue;
  const silent = conversations.filter(({ state, startedAt }) => state === 'no-reply-needed' && within(startedAt));
  return {
    unanswered: waiting.length,
    overdue,
    oldestWaitingMinutes: waiting[0]?.waitedMinutes ?? 0,
    noReplyNeeded: silent.length,
    ...(concerned > 0 && { answeredWithinSlaRatio: inTime / concerned }),
    ...(answers.length > 0 && {
      medianFirstResponseMinutes: quantile(answers, 0.5),
      p90FirstResponseMinutes: quantile(answers, 0.9),
    }),
    ...negativeShare(conversations, frame.now),
    ...ofCalls(conversations, within),
  };
}

function ofCalls(
  conversations: readonly Conversation[],
  within: (at: Instant | null) => boolean,
): Record<string, number> {
  const { pickedUpRatio, ringMs, notCalledBack } = callFigures(conversations, within);
  if (pickedUpRatio === null) return {};
  return { callsPickedUpRatio: pickedUpRatio, notCalledBack, ...(ringMs !== null && { medianRingMs: ringMs }) };
}

function negativeShare(conversations: readonly Conversation[], now: Instant): Record<string, number> {
  const since = Date.parse(now) - 30 * dayMs;
  const ratings = conversations.flatMap(({ kind, state, rating, startedAt }) =>
    kind === 'review' && state !== 'gone' && rating !== null && Date.parse(startedAt) >= since ? [rating] : [],
  );
  if (ratings.length === 0) return {};
  return { negativeRatio: ratings.filter((rating) => rating <= 2).length / ratings.length };
}

function since({ conversation }: Waiting): Instant {
  return conversation.waitingSince ?? conversation.startedAt;
}

export interface DailyRating {
  readonly date: string;
  readonly average: number;
}

/** Remembers today's average rating and returns how far it is from the oldest of the last 7 days. */
export function trackRating(
  past: readonly DailyRating[],
  average: number,
  today: string,
): { readonly ratings: DailyRating[]; readonly change: number | null } {
  const oldest = new Date(Date.parse(today) - 7 * dayMs).toISOString().slice(0, 10);
  const kept = past.filter(({ date }) => date >= oldest && date < today);
  const first = kept[0];
  return {
    ratings: [...kept, { date: today, average }],
    change: first === undefined ? null : average - first.average,
  };
}
