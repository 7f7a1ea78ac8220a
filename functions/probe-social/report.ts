import type { z } from 'zod';
import { nudgeGroups } from '../../shared/evaluation/conversations/nudges.ts';
import {
  type FigureFrame,
  responseFigures,
  type Waiting,
  whoWaits,
} from '../../shared/evaluation/conversations/response-figures.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import type { Statement } from '../../shared/model/finding.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Nudge } from '../../shared/model/nudge.ts';
import type { SocialKind } from '../../shared/model/social-platform.ts';
import { platformNames } from '../../shared/model/social-platform.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { responses } from '../../shared/probes/responses/spec.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { type Measured, measured, unknown } from '../../shared/runtime/probe.ts';
import type { PollOutcome } from './platform.ts';

export interface Report {
  readonly conversations: readonly Conversation[];
  readonly outcome: PollOutcome;
  /** The look-back window has been read to its end. */
  readonly caughtUp: boolean;
  readonly ratingChange: number | null;
  readonly platform: SocialKind;
  readonly options: z.infer<typeof responses.options>;
  readonly now: Instant;
}

/** Listed by name in a result; the others are only counted. */
const listedAtMost = 50;
/** By their links in one nudge; the others are only counted. */
const namedAtMost = 3;

/**
 * The result of one poll. Names and words of customers stay in the table's conversations, which expire and can be
 * forgotten; a result carries numbers, times and links only.
 */
export function report(given: Report): Measured {
  const { conversations, outcome, caughtUp, options, platform, now } = given;
  const frame = { slaMinutes: options.slaMinutes, calendar: options.calendar, now };
  const waiting = whoWaits(conversations, frame);
  const measurements: Record<string, number> = {
    ...responseFigures(conversations, frame),
    ...(outcome.averageRating !== undefined && { averageRating: outcome.averageRating }),
    ...(given.ratingChange !== null && { averageRatingChange: given.ratingChange }),
    ...(outcome.tokenExpiresAt !== undefined && {
      tokenDaysLeft: Math.max(0, (outcome.tokenExpiresAt - Date.parse(now)) / dayMs),
    }),
  };
  const details = {
    waiting: listWaiting(waiting),
    noReplyNeeded: listSilent(conversations, now),
    readToTheEnd: caughtUp,
  };
  // Who has waited too long waits, whatever else was not read.
  const isOverdue = waiting.some((each) => each.overdue);
  if (outcome.isBehind === true || (!caughtUp && !isOverdue)) {
    return unknown('still-reading', sayResponses('responses/still-reading', { platform }), { measurements, details });
  }
  if (outcome.unreadable !== undefined && !isOverdue) {
    const says = sayResponses('responses/setup', { platform, clue: outcome.unreadable });
    return unknown('setup', says, { measurements, details });
  }
  const blindSpots = [...(outcome.blindSpots ?? []), ...(outcome.unreadable === undefined ? [] : [outcome.unreadable])];
  return measured(sayResponses('responses/summary', { platform, waiting: waiting.length, blindSpots }), {
    measurements,
    facts: sayLongest(waiting, given),
    nudges: sayNudges(conversations, frame, given),
    details: { ...details, blindSpots: blindSpots.map(({ id }) => id) },
  });
}

type Saying = Pick<Report, 'platform' | 'options'>;

function toWait({ conversation, waitedMinutes, dueAt }: Waiting, { platform }: Saying) {
  const { kind, waitingSince, permalink } = conversation;
  const calledAt = kind === 'call' && waitingSince !== null ? { calledAt: waitingSince } : {};
  const mail = platform === 'mailbox' && permalink !== null ? ({ mail: true } as const) : {};
  return { link: permalink ?? platformNames[platform], ...calledAt, ...mail, waitedMinutes, dueAt };
}

function sayLongest(waiting: readonly Waiting[], given: Saying): Record<string, Statement> {
  const [longest] = waiting;
  if (longest === undefined) return {};
  const alike = longest.overdue ? waiting.filter((each) => each.overdue) : waiting;
  const { timeZone } = given.options.calendar;
  const said = { ...toWait(longest, given), others: alike.length - 1, timeZone };
  return {
    oldestWaitingMinutes: sayResponses('responses/waiting', said),
    ...(longest.overdue && { overdue: sayResponses('responses/overdue', said) }),
  };
}

function sayNudges(conversations: readonly Conversation[], frame: FigureFrame, given: Saying): Nudge[] {
  const { timeZone } = given.options.calendar;
  return nudgeGroups(conversations, frame).map(({ at, waiting }) => {
    const waits = waiting.slice(0, namedAtMost).map((each) => toWait(each, given));
    return { at, says: sayResponses('responses/nudge', { waits, others: waiting.length - waits.length, timeZone }) };
  });
}

function listWaiting(waiting: readonly Waiting[]) {
  return waiting.slice(0, listedAtMost).map(({ conversation, waitedMinutes, dueAt, overdue }) => ({
    ...idOf(conversation),
    reason: conversation.reason,
    waitingSince: conversation.waitingSince,
    waitedMinutes: Math.round(waitedMinutes),
    dueAt,
    overdue,
    permalink: conversation.permalink,
  }));
}

/** How many of the last week need no reply for which reason, and which. */
function listSilent(conversations: readonly Conversation[], now: Instant) {
  const since = Date.parse(now) - 7 * dayMs;
  const silent = conversations.filter(
    ({ state, startedAt }) => state === 'no-reply-needed' && Date.parse(startedAt) >= since,
  );
  const counts: Record<string, number> = {};
  for (const { reason } of silent) counts[reason] = (counts[reason] ?? 0) + 1;
  const newest = silent.toSorted((a, b) => (a.startedAt > b.startedAt ? -1 : 1)).slice(0, listedAtMost);
  return { counts, newest: newest.map((each) => ({ ...idOf(each), reason: each.reason, permalink: each.permalink })) };
}

/** A private chat may be called by the number of the person who writes in it. */
function idOf({ id, kind }: Conversation): { readonly id?: string } {
  return kind === 'message' ? {} : { id };
}
