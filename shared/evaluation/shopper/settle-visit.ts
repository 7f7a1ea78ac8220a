import type { Statement } from '../../model/finding.ts';
import type { Instant } from '../../model/instant.ts';
import type { Submission } from '../../model/submission.ts';
import { minuteMs } from '../../model/time-spans.ts';

/** A visit that begins later than this sends nothing. */
export const visitWithinMs = 20 * minuteMs;
/** A visit that has not ended so long after it was asked for never will. */
const endedWithinMs = 30 * minuteMs;

export type VisitDecision =
  | { readonly reason: 'pending' }
  | { readonly reason: 'sent'; readonly at: Instant }
  /** The message left, and the form did not take it for certain; null where the visit was interrupted. */
  | { readonly reason: 'uncertain'; readonly at: Instant; readonly why: Statement | null }
  /** Certainly not sent; null where nobody has made the visit. */
  | { readonly reason: 'unsent'; readonly why: Statement | null };

/**
 * What came of the visit that was to send an enquiry through a form.
 * @param submission what is written down of it, null where nothing is
 */
export function decideVisit(
  submission: Pick<Submission, 'sentAt' | 'sentTo' | 'outcome'> | null,
  { visitAt, now }: { readonly visitAt: Instant; readonly now: Instant },
): VisitDecision {
  const isOver = Date.parse(now) - Date.parse(visitAt) > endedWithinMs;
  if (submission === null) return isOver ? { reason: 'unsent', why: null } : { reason: 'pending' };
  const { sentAt, sentTo, outcome } = submission;
  if (sentTo === null) return { reason: 'unsent', why: outcome?.reason ?? null };
  if (outcome === null) return isOver ? { reason: 'uncertain', at: sentAt, why: null } : { reason: 'pending' };
  if (outcome.outcome === 'measured') return { reason: 'sent', at: sentAt };
  return { reason: 'uncertain', at: sentAt, why: outcome.reason };
}
