import { nudgeGroups } from '../../../shared/evaluation/conversations/nudges.ts';
import { planEnquiry } from '../../../shared/evaluation/shopper/plan-enquiry.ts';
import { conversationOf, isAnswerSeen, kindOf, type Standing } from '../../../shared/evaluation/shopper/standing.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import type { Nudge } from '../../../shared/model/nudge.ts';
import type { Answer, TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { acknowledgedAfter, type Reported, type Stood } from './stood.ts';

export type Waiting = Extract<Standing, { readonly reason: 'waiting' }>;
export type Answered = Extract<Standing, { readonly reason: 'answered' }>;

/** What an enquiry is called by in each sentence about it. */
export function askedOf({ token, sentAt, to }: TestEnquiry, { options: { calendar } }: Reported) {
  return { token, sentAt, to, timeZone: calendar.timeZone };
}

/** When the first enquiry is sent; null when the business never opens. */
export function firstEnquiryAt(
  known: readonly TestEnquiry[],
  { checkId, options, ...frame }: Reported,
): Instant | null {
  const plan = planEnquiry(known, { ...frame, checkId, perWeek: options.perWeek });
  return plan.reason === 'not-due' ? plan.at : frame.now;
}

/** What the owner has said is sure. */
export function confidenceOf({ marked, confidence }: Answer): Answer['confidence'] {
  return marked === null ? confidence : 'sure';
}

export function answeredFigures(enquiry: TestEnquiry, { responseMinutes }: Answered, waits: Stood | undefined) {
  const firstByProgram = enquiry.answers.find((each) => kindOf(each) === 'automatic');
  return {
    overdue: 0,
    waitingMinutes: waitedMinutesOf(waits),
    firstResponseMinutes: responseMinutes,
    ...acknowledgedAfter(enquiry, firstByProgram?.receivedAt ?? null),
  };
}

/** Where an answer may have been given unseen, it is not known whether the wait still lasts. */
function waitedMinutesOf(waits: Stood | undefined): number {
  return waits?.standing.reason === 'waiting' && isAnswerSeen(waits.enquiry) ? waits.standing.waitedMinutes : 0;
}

export function waitingFigures(enquiry: TestEnquiry, { waitedMinutes, acknowledgedAt }: Waiting) {
  return {
    overdue: 0,
    ...(isAnswerSeen(enquiry) && { waitingMinutes: waitedMinutes }),
    ...acknowledgedAfter(enquiry, acknowledgedAt),
  };
}

/** The one that waits within the promise, put into words; null where none does. */
export function sayWhatWaits(
  waits: Stood | undefined,
  say: (enquiry: TestEnquiry, standing: Waiting) => Statement,
): Statement | null {
  return waits?.standing.reason === 'waiting' ? say(waits.enquiry, waits.standing) : null;
}

/** A nudge about the one that waits; none about a blind test, which it would give away. */
export function nudgesOf(
  waits: Stood | undefined,
  given: Reported,
  say: (enquiry: TestEnquiry, standing: Waiting) => Statement,
): Nudge[] {
  const says = sayWhatWaits(waits, say);
  if (waits === undefined || says === null || waits.enquiry.isBlind) return [];
  return nudgeGroups([conversationOf(waits.enquiry, given)], given).map(({ at }) => ({ at, says }));
}
