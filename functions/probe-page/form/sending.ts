import { createHash } from 'node:crypto';
import { countedFrom, maySubmit, type SubmissionDecision } from '../../../shared/evaluation/schedule/may-submit.ts';
import { visitWithinMs } from '../../../shared/evaluation/shopper/settle-visit.ts';
import { type Cause, isCause } from '../../../shared/model/cause.ts';
import type { Check } from '../../../shared/model/check.ts';
import { runId } from '../../../shared/model/check-id.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import { type Submission, submissionSchema } from '../../../shared/model/submission.ts';
import type { SubmissionLog } from '../../../shared/ports/submission-log.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { type Measured, unknown } from '../../../shared/runtime/probe.ts';

/** One run's leave to really send. Nothing is sent without it. */
export interface Sending {
  /** The run's own, so that a run which is delivered again would write the very same message. */
  readonly marker: string;
  /** What there is to say instead of sending: it is not the time, or this run has sent before. Null: go on. */
  instead(maxPerDay: number, signal: AbortSignal): Promise<Measured | null>;
  /** Asked when a request is about to leave. True once and for all of this visit's requests; false when another delivery of the run was faster. */
  claim(sent: Pick<Submission, 'page' | 'sentTo' | 'typed'>): Promise<boolean>;
  /** What a faster delivery of the run came to; null when there was none. */
  fasterOne(signal: AbortSignal): Promise<Measured | null>;
  /** Writes down how it ended, if anything was sent. */
  complete(typed: Submission['typed'], result: Measured): Promise<void>;
  /** Writes down that nothing was sent, and why: from then on, nothing of this run will be. */
  forgo(page: string, result: Measured): Promise<void>;
}

/** What a run says that sends nothing. */
export interface SendingWords {
  readonly tooLate: () => Statement;
  readonly outsideHours: (at: Instant | null, timeZone: string) => Statement;
  readonly dailyLimit: (maxPerDay: number, at: Instant, timeZone: string) => Statement;
  readonly sentBefore: (sent: Pick<Submission, 'sentAt' | 'marker'>, timeZone: string) => Statement;
}

const formWords: SendingWords = {
  tooLate: () => sayForm('form/too-late', {}),
  outsideHours: (at, timeZone) => sayForm('form/outside-hours', { at, timeZone }),
  dailyLimit: (maxPerDay, at, timeZone) => sayForm('form/daily-limit', { maxPerDay, at, timeZone }),
  sentBefore: ({ sentAt, marker }, timeZone) => sayForm('form/sent-before', { at: sentAt, timeZone, marker }),
};

/** Longer than a form visit may take: a visit that has not told its outcome by then never will. */
const outcomePatienceMs = 105_000;
const pollMs = 500;

/**
 * Exactly once over at-least-once delivery: the run is written down as sent, under a condition that only one can meet, before
 * its request leaves. A process that ends between the two has sent nothing and is not repeated: better one message too few
 * than one too many in the business's inbox.
 */
export function createSending(
  check: Check,
  scheduledAt: Instant,
  log: SubmissionLog,
  now: () => number,
  words: SendingWords = formWords,
): Sending {
  const marker = createHash('sha256').update(runId(check.id, scheduledAt)).digest('hex').slice(0, 8);
  const timeZone = check.onlyWithin?.timeZone ?? 'UTC';
  let own: Submission | null = null;
  let claiming: Promise<boolean> | undefined;

  const claimFor = async (sent: Pick<Submission, 'page' | 'sentTo' | 'typed'>): Promise<boolean> => {
    const submission = { ...sent, checkId: check.id, scheduledAt, sentAt: toInstant(now()), marker, outcome: null };
    if ((await log.claim(submission)) === 'taken') return false;
    own = submission;
    return true;
  };
  const otherDelivery = async (signal: AbortSignal): Promise<Measured> => {
    const load = (): Promise<Submission> => log.load(check.id, scheduledAt);
    return outcomeOf(load, now, signal, (other) => words.sentBefore(other, timeZone));
  };
  return {
    marker,
    async instead(maxPerDay, signal) {
      const isTooLate = check.enquiry !== undefined && now() - Date.parse(scheduledAt) > visitWithinMs;
      if (isTooLate) return unknown('not-measured', words.tooLate());
      const runs = await log.runsSince(check.id, countedFrom(scheduledAt));
      if (runs.includes(scheduledAt)) return otherDelivery(signal);
      const decision = maySubmit(check, maxPerDay, runs, { scheduledAt, now: toInstant(now()) });
      return refusal(decision, maxPerDay, { timeZone, words });
    },
    claim: (sent) => {
      claiming ??= claimFor(sent);
      return claiming;
    },
    async fasterOne(signal) {
      return (await claiming) === false ? otherDelivery(signal) : null;
    },
    async complete(typed, { evidence: _, facts = {}, details = {}, ...result }) {
      if (own === null) return;
      const outcome = { ...result, facts, details: JSON.parse(JSON.stringify(details)) };
      await log.complete(submissionSchema.parse({ ...own, typed, outcome }));
    },
    async forgo(page, result) {
      if (claiming !== undefined) return;
      const unsent = unsentOf({ checkId: check.id, scheduledAt, sentAt: toInstant(now()), marker, page }, result);
      claiming = log.claim(unsent).then(() => false);
      await claiming;
    },
  };
}

/** What another delivery of the run came to; where that does not end in time, that it was interrupted. */
async function outcomeOf(
  load: () => Promise<Submission>,
  now: () => number,
  signal: AbortSignal,
  sayInterrupted: (other: Submission) => Statement,
): Promise<Measured> {
  for (;;) {
    const other = await load();
    if (other.outcome !== null) return { ...other.outcome, cause: knownCause(other.outcome.cause) };
    if (now() - Date.parse(other.sentAt) > outcomePatienceMs) return unknown('sent-before', sayInterrupted(other));
    await withinDeadline(new Promise((resolve) => setTimeout(resolve, pollMs)), signal);
  }
}

function unsentOf(
  run: Pick<Submission, 'checkId' | 'scheduledAt' | 'sentAt' | 'marker' | 'page'>,
  { outcome, reason, cause, measurements }: Measured,
): Submission {
  const ended = { outcome, reason, cause, measurements, facts: {}, details: {} };
  return submissionSchema.parse({ ...run, sentTo: null, typed: [], outcome: ended });
}

function refusal(
  decision: SubmissionDecision,
  maxPerDay: number,
  { timeZone, words }: { readonly timeZone: string; readonly words: SendingWords },
): Measured | null {
  switch (decision.reason) {
    case 'send':
      return null;
    case 'outside-hours':
      return unknown('outside-hours', words.outsideHours(decision.opensAt, timeZone));
    case 'daily-limit':
      return unknown('daily-limit', words.dailyLimit(maxPerDay, decision.freeAt, timeZone));
  }
}

/** The delivery may have been another version's. */
function knownCause(cause: string | null): Cause | null {
  return cause !== null && isCause(cause) ? cause : null;
}
