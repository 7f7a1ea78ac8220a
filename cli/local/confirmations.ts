import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import type { Terminal } from '../terminal.ts';
import type { FlowOutcome } from './flow.ts';

/** A check whose last run was bad and not yet confirmed: it is run again before an alert is sent. */
export interface Suspicion {
  readonly check: Check;
  /** When the suspicious run was due. */
  readonly suspectedAt: Instant;
}

/** How long a suspicion waits on this machine: as long as in the stack's confirmation queue. */
export const confirmationDelayMs = 5 * minuteMs;

/**
 * What is still to be confirmed once these runs are done: a check that has run again is no longer what it was suspected of
 * before, and one whose step asks for a confirmation is new.
 */
export function suspicionsAfter(pending: readonly Suspicion[], { runs }: Pick<FlowOutcome, 'runs'>): Suspicion[] {
  const hasRun = new Set(runs.map(({ check }) => check.id));
  const asked = runs.flatMap(({ check, evaluation: { step } }) =>
    step?.confirm === true ? [{ check, suspectedAt: step.next.lastRunAt }] : [],
  );
  return [...pending.filter(({ check }) => !hasRun.has(check.id)), ...asked];
}

export interface Confirmations {
  /** Run these now. */
  readonly due: readonly Check[];
  /** When the next of the others is due; null when none waits. */
  readonly nextAt: Instant | null;
}

/**
 * Which suspicions are old enough to be confirmed now. Pure; `watch` asks it at each tick, `run` waits until `nextAt`.
 */
export function confirmationsDue(
  suspicions: readonly Suspicion[],
  now: Instant,
  delayMs: number = confirmationDelayMs,
): Confirmations {
  const dueAt = ({ suspectedAt }: Suspicion): Instant => toInstant(Date.parse(suspectedAt) + delayMs);
  const waiting = suspicions.map(dueAt).filter((at) => at > now);
  return {
    due: suspicions.filter((suspicion) => dueAt(suspicion) <= now).map(({ check }) => check),
    nextAt: waiting.toSorted()[0] ?? null,
  };
}

export interface ConfirmOptions {
  readonly delayMs: number;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly run: (checks: readonly Check[]) => Promise<FlowOutcome>;
}

/**
 * Waits for each suspicion's time and runs it again, until none is left: a policy that asks for three failures has its
 * suspicion confirmed twice. Ends at once, with the signal's reason, when it is interrupted.
 */
export async function confirmSuspicions(
  outcome: FlowOutcome,
  { delayMs, terminal, signal, run }: ConfirmOptions,
): Promise<FlowOutcome[]> {
  const outcomes: FlowOutcome[] = [];
  let suspicions = suspicionsAfter([], outcome);
  while (suspicions.length > 0) {
    const { due, nextAt } = confirmationsDue(suspicions, toInstant(Date.now()), delayMs);
    if (due.length === 0 && nextAt !== null) {
      await waitUntil(nextAt, suspicions, terminal, signal);
      continue;
    }
    const confirmed = await run(due);
    outcomes.push(confirmed);
    suspicions = suspicionsAfter(suspicions, confirmed);
  }
  return outcomes;
}

/** How often a waiting person is shown how long. */
const progressEveryMs = 30_000;

async function waitUntil(
  at: Instant,
  suspicions: readonly Suspicion[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const remainingMs = Date.parse(at) - Date.now();
  const names = suspicions.map(({ check }) => check.id).join(', ');
  const seconds = Math.ceil(Math.max(0, remainingMs) / 1000);
  terminal.progress(
    `${names} failed once; checking again in ${seconds} s before sending an alert (--no-confirm skips this)`,
  );
  await sleep(Math.max(1, Math.min(remainingMs, progressEveryMs)), undefined, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
}
