import type { Conversation } from '../../model/conversation.ts';
import type { Instant } from '../../model/instant.ts';
import { nudgesAtMost } from '../../model/nudge.ts';
import { dayMs } from '../../model/time-spans.ts';
import { nudgeAfterMinutes } from '../../probes/responses/spec.ts';
import { isBusinessTime } from '../schedule/business-time.ts';
import { type FigureFrame, type Waiting, whoWaits } from './response-figures.ts';

export interface NudgeFrame extends FigureFrame {
  /** The poll before this one; null before the window was read to its end once. */
  readonly lastPolledAt: Instant | null;
}

/**
 * Marks each customer who has waited for three quarters of the promise and is not marked yet: once for each wait.
 * Outside the hours nobody could act on it, so it waits for the next poll within them. A customer who is overdue at first
 * sight (polls are further apart than a quarter of the promise) is reported by the red light, or, where that is on already,
 * here.
 * @returns the marked conversations, to be stored
 */
export function markNudged(conversations: readonly Conversation[], frame: NudgeFrame): Conversation[] {
  const { now, slaMinutes, calendar, lastPolledAt } = frame;
  const waiting = whoWaits(conversations, frame);
  const wasOverdue = ({ dueAt }: Waiting): boolean => lastPolledAt !== null && dueAt !== null && dueAt <= lastPolledAt;
  const wasRed = waiting.some(wasOverdue);
  const isNear = ({ overdue, waitedMinutes }: Waiting): boolean =>
    !overdue && waitedMinutes > nudgeAfterMinutes(slaMinutes) && isBusinessTime(now, calendar);
  return waiting
    .filter((each) => each.conversation.nudgedAt === null)
    .filter((each) => isNear(each) || (each.overdue && wasRed && !wasOverdue(each)))
    .map(({ conversation }) => ({ ...conversation, nudgedAt: now }));
}

/** Those marked together who still wait, longest first. */
export interface NudgeGroup {
  readonly at: Instant;
  readonly waiting: readonly Waiting[];
}

/** The newest groups of the last 24 hours. */
export function nudgeGroups(conversations: readonly Conversation[], frame: FigureFrame): NudgeGroup[] {
  const since = Date.parse(frame.now) - dayMs;
  const byTime = Map.groupBy(whoWaits(conversations, frame), ({ conversation }) => conversation.nudgedAt);
  return [...byTime]
    .flatMap(([at, waiting]) => (at === null || Date.parse(at) <= since ? [] : [{ at, waiting }]))
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, nudgesAtMost);
}
