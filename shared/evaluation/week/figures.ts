import type { Touchpoint } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import type { Conversation, PollState } from '../../model/conversation.ts';
import type { FigureSpec } from '../../model/probe-spec.ts';
import type { DayRollUp } from '../../model/status.ts';
import { type FigureId, figureIds } from '../../model/week-figure.ts';
import { probeSpecs } from '../../probes/index.ts';
import { callFigures } from '../conversations/call-figures.ts';
import type { Waiting } from '../conversations/response-figures.ts';
import type { Period } from './troubles.ts';
import type { Week } from './week.ts';

/** A number of this week beside last week's; null where there was nothing to measure it by. */
export interface Figure {
  readonly id: FigureId;
  readonly now: number | null;
  readonly before: number | null;
  /** Judged by the check's own thresholds, `now` is not green. */
  readonly bad: boolean;
  /** Of how many days it counts some; absent where it counts none. */
  readonly of?: { readonly now: number; readonly before: number };
}

export interface CheckDay {
  readonly checkId: string;
  readonly day: DayRollUp;
}

export interface FigureSources {
  readonly touchpoint: Touchpoint;
  readonly days: readonly CheckDay[];
  readonly conversations: readonly Conversation[];
  readonly polls: readonly PollState[];
  /** Who waits longer than promised now. */
  readonly overdue: readonly Waiting[];
  readonly week: Week;
  readonly before: Week;
}

/** Which check answers it: its probe, its device where it has one; always the touchpoint's own page. */
interface CheckFigure {
  readonly probe: string;
  readonly figure: Exclude<FigureSpec, { readonly by: 'conversations' }>;
}

/** Of runs that saw the touchpoint working. */
const goodShare = 0.99;

/** As the probes' specs say it; the rest is answered by conversations. */
const ofChecks: ReadonlyMap<string, CheckFigure> = new Map(
  Object.values(probeSpecs).flatMap(({ id: probe, figures = {} }) =>
    Object.entries(figures).flatMap(([id, figure]): [string, CheckFigure][] =>
      figure.by === 'conversations' ? [] : [[id, { probe, figure }]],
    ),
  ),
);

/** The figures that this touchpoint has at all. */
export function figuresOf(sources: FigureSources): Figure[] {
  return figureIds.flatMap((id) => {
    const answer = ofChecks.get(id);
    const figure = answer === undefined ? ofPeople(id, sources) : ofCheck(id, answer, sources);
    return figure === null || (figure.now === null && figure.before === null) ? [] : [figure];
  });
}

function ofCheck(id: FigureId, answer: CheckFigure, { touchpoint, days, week, before }: FigureSources): Figure | null {
  const { probe, figure } = answer;
  const check = touchpoint.checks.find(
    (each) => each.probe === probe && each.device === figure.device && each.page === null,
  );
  if (check === undefined) return null;
  if (figure.by === 'days') {
    const now = countDays(daysWithin(days, check.id, week), figure.measurement);
    const then = countDays(daysWithin(days, check.id, before), figure.measurement);
    return { id, now: now.count, before: then.count, bad: (now.count ?? 0) > 0, of: { now: now.of, before: then.of } };
  }
  const read = (of: Week): number | null => {
    const its = daysWithin(days, check.id, of);
    return figure.by === 'runs' ? shareOfGoodRuns(its) : typical(its, figure.measurement, figure.spread);
  };
  const now = read(week);
  const bad = figure.by === 'runs' ? now !== null && now < goodShare : isBad(check, figure.measurement, now);
  return { id, now, before: read(before), bad };
}

export function daysWithin(days: readonly CheckDay[], checkId: string, week: Week): DayRollUp[] {
  const dates = new Set(week.days.map(({ date }) => date));
  return days.filter((each) => each.checkId === checkId && dates.has(each.day.date)).map(({ day }) => day);
}

/** Yellow is good enough to be counted as working; what could not be measured is not counted at all. */
function shareOfGoodRuns(days: readonly DayRollUp[]): number | null {
  const sum = (light: keyof DayRollUp['runs']): number => days.reduce((total, { runs }) => total + runs[light], 0);
  const known = sum('green') + sum('yellow') + sum('red');
  return known === 0 ? null : (known - sum('red')) / known;
}

/** How many of the days were so most of the time; null where it was measured on none. */
function countDays(
  days: readonly DayRollUp[],
  measurement: string,
): { readonly count: number | null; readonly of: number } {
  const usual = days.flatMap(({ measurements }) => measurements[measurement]?.p50 ?? []);
  return { count: usual.length === 0 ? null : usual.filter((value) => value >= 1).length, of: usual.length };
}

/** The middle one of the days: one bad day is an incident's matter, and it must not hide how it usually is. */
function typical(days: readonly DayRollUp[], measurement: string, spread: 'p50' | 'p75'): number | null {
  return median(days.flatMap(({ measurements }) => measurements[measurement]?.[spread] ?? []));
}

function isBad(check: Check, measurement: string, value: number | null): boolean {
  if (value === null) return false;
  const threshold = check.thresholds[measurement];
  if (threshold === undefined) return false;
  const smallerIsWorse = threshold.red !== null && threshold.red < threshold.green;
  return smallerIsWorse ? value < threshold.green : value > threshold.green;
}

function ofPeople(id: FigureId, sources: FigureSources): Figure | null {
  const { touchpoint, conversations, polls, overdue, week, before } = sources;
  const { slaMinutes } = touchpoint;
  switch (id) {
    case 'answeredInTime': {
      if (slaMinutes === null) return null;
      const promised = overdue.filter(({ dueAt }) => dueAt !== null && dueAt < week.to).length;
      const now = shareInTime(answersWithin(conversations, week), promised, slaMinutes);
      const then = shareInTime(answersWithin(conversations, before), 0, slaMinutes);
      return { id, now, before: then, bad: now !== null && now < 0.9 };
    }
    case 'firstResponseMinutes': {
      // Who got through at once did not wait for an answer.
      const asked = conversations.filter(({ reason }) => reason !== 'picked-up');
      const middle = (of: Period): number | null => median(answersWithin(asked, of));
      const now = middle(week);
      return { id, now, before: middle(before), bad: slaMinutes !== null && now !== null && now > slaMinutes };
    }
    case 'callsPickedUp':
    case 'ringMs':
    case 'notCalledBack':
      return ofCalls(id, sources);
    case 'rating':
      return ratingOf(polls, week, before);
    default:
      return null;
  }
}

/** Fewer than four of five are picked up: customers get used to nobody answering. */
const pickedUpShare = 0.8;

/** Calls of the week before are not kept for long enough to be counted. */
function ofCalls(
  id: 'callsPickedUp' | 'ringMs' | 'notCalledBack',
  { conversations, week }: FigureSources,
): Figure | null {
  const within = (at: string | null): boolean => at !== null && at >= week.from && at < week.to;
  const { pickedUpRatio, ringMs, notCalledBack } = callFigures(conversations, within);
  if (pickedUpRatio === null) return null;
  switch (id) {
    case 'callsPickedUp':
      return { id, now: pickedUpRatio, before: null, bad: pickedUpRatio < pickedUpShare };
    case 'ringMs':
      return { id, now: ringMs, before: null, bad: false };
    case 'notCalledBack':
      return { id, now: notCalledBack, before: null, bad: notCalledBack > 0 };
  }
}

/** Business minutes of each answer given in the period. */
function answersWithin(conversations: readonly Conversation[], { from, to }: Period): number[] {
  return conversations.flatMap(({ state, answeredAt, responseMinutes }) =>
    state === 'answered' && answeredAt !== null && answeredAt >= from && answeredAt < to ? (responseMinutes ?? []) : [],
  );
}

/** @param overdue who is not answered at all: a promise that is broken, too */
function shareInTime(answers: readonly number[], overdue: number, slaMinutes: number): number | null {
  const concerned = answers.length + overdue;
  return concerned === 0 ? null : answers.filter((minutes) => minutes <= slaMinutes).length / concerned;
}

/** Polls remember the average of eight days, so the change is the week's own; nothing where its beginning is not known. */
function ratingOf(polls: readonly PollState[], week: Week, before: Week): Figure | null {
  const ratings = polls.flatMap((poll) => poll.ratings);
  const last = week.days.at(-1)?.date ?? '';
  const first = week.days[0]?.date ?? '';
  const now = ratings.findLast(({ date }) => date >= first && date <= last)?.average ?? null;
  const start = before.days.at(-1)?.date ?? '';
  const then = ratings.find(({ date }) => date >= start && date <= first)?.average ?? null;
  return now === null ? null : { id: 'rating', now, before: then, bad: then !== null && now < then - 0.05 };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}
