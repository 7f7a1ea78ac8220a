import type { Conversation } from '../../model/conversation.ts';
import type { Instant } from '../../model/instant.ts';
import { quantile } from './quantile.ts';

export interface CallFigures {
  /** Of callers who wanted to be answered; null where nobody called. */
  readonly pickedUpRatio: number | null;
  /** Null where nobody got through, or where the exchange does not tell when somebody picked up. */
  readonly ringMs: number | null;
  readonly notCalledBack: number;
}

/** Of a phone: who got through at once, after how long, and who of the others still waits. */
export function callFigures(
  conversations: readonly Conversation[],
  within: (at: Instant | null) => boolean,
): CallFigures {
  const calls = conversations.filter(({ kind, startedAt }) => kind === 'call' && within(startedAt));
  const wanted = calls.filter(({ state, reason }) => state !== 'no-reply-needed' || reason === 'withheld');
  const pickedUp = wanted.filter(({ reason }) => reason === 'picked-up');
  const rings = pickedUp.map(rangMs).filter((ms) => ms > 0);
  return {
    pickedUpRatio: wanted.length === 0 ? null : pickedUp.length / wanted.length,
    ringMs: rings.length === 0 ? null : quantile(rings, 0.5),
    notCalledBack: wanted.filter(({ state }) => state === 'waiting').length,
  };
}

function rangMs({ waitingSince, answeredAt }: Conversation): number {
  return waitingSince === null || answeredAt === null ? 0 : Date.parse(answeredAt) - Date.parse(waitingSince);
}
