import { confirmationVisits } from '../../functions/dispatch/confirmation-visits.ts';
import { isSweepDue } from '../../shared/evaluation/notifications/sweep-due.ts';
import { createDueIndex } from '../../shared/evaluation/schedule/due-index.ts';
import { forecastVisits, nextFullMinute } from '../../shared/evaluation/what-if/forecast.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Notification } from '../../shared/model/notification.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { StatusStore } from '../../shared/ports/stores.ts';
import { confirmationDelayMs, confirmationsDue, type Suspicion, suspicionsAfter } from '../local/confirmations.ts';
import type { FlowOutcome } from '../local/flow.ts';
import type { Journal, Served } from './journal.ts';
import type { LandedFiles } from './landed-files.ts';
import { createLanes } from './lanes.ts';
import { latestStartMs, minutesSince } from './minutes.ts';
import { suspicionsLeft, visitsLeft } from './resume.ts';

/** What a watch reports. */
export type WatchEvent =
  /** Runs that fell due while nobody watched. */
  | { readonly event: 'missed'; readonly from: Instant; readonly to: Instant; readonly runs: number }
  /** A visit whose turn came too late. */
  | { readonly event: 'too-late'; readonly visit: VisitRequest }
  | { readonly event: 'visited'; readonly visit: VisitRequest; readonly outcome: FlowOutcome }
  /** What a sweep sent. */
  | { readonly event: 'swept'; readonly notifications: readonly Notification[] };

export interface WatcherDeps {
  readonly now: () => number;
  /** Makes the runs of one visit; throws only when this machine is at fault, or when it is stopped. */
  readonly run: (visit: VisitRequest) => Promise<FlowOutcome>;
  /** Sends what is due without any run. */
  readonly sweep: () => Promise<readonly Notification[]>;
  readonly statuses: Pick<StatusStore, 'load'>;
  /** Checks to be run because a file has landed that they read. */
  readonly landed?: LandedFiles;
  readonly journal: Journal;
  readonly report: (event: WatchEvent) => void;
  /** Called once when this machine is at fault; nothing more is begun then. */
  readonly fail: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Dispatch on one machine: the same runs at the same minutes, and their confirmations. */
export interface Watcher {
  /** Call once a minute, never twice at once. */
  tick(): Promise<void>;
  /** Runs a check beside its cadence, when its turn comes. */
  runNow(check: Check): 'started' | 'under-way';
  /** Resolves when everything that was due is done. */
  idle(): Promise<void>;
}

/** Resumes where the last watch of this folder ended, when that is not long ago. */
export async function createWatcher(checks: readonly Check[], deps: WatcherDeps): Promise<Watcher> {
  const { visitsAt } = createDueIndex(checks);
  const { now, journal, report } = deps;
  let suspicions: readonly Suspicion[] = [];
  let toReadAgain: readonly Check[] = [];
  const reportMissed = (span: Span): void => report({ event: 'missed', ...span, runs: runsWithin(checks, span) });
  const lanes = createLanes((visit) =>
    makeVisit(visit, deps, (outcome) => {
      suspicions = suspicionsAfter(suspicions, outcome);
    }),
  );

  const before = await journal.load();
  const start = startOf(before, now());
  let served = start.served;
  if (start.missed !== null) reportMissed(start.missed);
  if (before !== null) {
    suspicions = await suspicionsLeft(checks, deps.statuses, now());
    for (const visit of await visitsLeft(checks, before, deps.statuses, now())) lanes.add(visit);
  }

  return {
    async tick() {
      const { minutes, missed } = minutesSince(served.servedUntil, now());
      const last = minutes.at(-1);
      if (missed !== null) reportMissed(missed);
      for (const visit of [...minutes.flatMap(visitsAt), ...confirmNow()]) lanes.add(visit);
      const landed = new Set([...toReadAgain, ...((await deps.landed?.()) ?? [])]);
      toReadAgain = [...landed].filter((check) => lanes.addNow(check, now()) === 'under-way');
      if (minutes.some(isSweepDue)) report({ event: 'swept', notifications: await deps.sweep() });
      if (last === undefined) return;
      // Only now: what a process that dies here has queued and not made is found again by the next.
      served = { from: missed === null ? served.from : (minutes[0] ?? served.from), servedUntil: last };
      await journal.save(served);
    },
    runNow: (check) => lanes.addNow(check, now()),
    idle: lanes.idle,
  };

  function confirmNow(): VisitRequest[] {
    const { due } = confirmationsDue(suspicions, toInstant(now()));
    const old = suspicions.filter(({ check }) => due.includes(check));
    suspicions = suspicions.filter(({ check }) => !due.includes(check));
    const asked = old.map(({ check, suspectedAt }) => ({ checkId: check.id, suspectedAt }));
    return confirmationVisits(checks, asked, confirmationDelayMs / 1000);
  }
}

async function makeVisit(
  visit: VisitRequest,
  { now, run, report, fail, signal }: WatcherDeps,
  onOutcome: (outcome: FlowOutcome) => void,
): Promise<void> {
  if (signal.aborted) return;
  if (now() - Date.parse(visit.scheduledAt) > latestStartMs) {
    report({ event: 'too-late', visit });
    return;
  }
  try {
    const outcome = await run(visit);
    onOutcome(outcome);
    report({ event: 'visited', visit, outcome });
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** A new watch, and one that comes back after long, begin with the next full minute, as `validate` forecasts. */
function startOf(before: Served | null, now: number): { readonly served: Served; readonly missed: Span | null } {
  const from = nextFullMinute(toInstant(now));
  const afresh = { from, servedUntil: minuteBefore(from) };
  if (before === null) return { served: afresh, missed: null };
  const { missed } = minutesSince(before.servedUntil, now);
  if (missed === null) return { served: before, missed: null };
  return { served: afresh, missed: { from: missed.from, to: afresh.servedUntil } };
}

function minuteBefore(minute: Instant): Instant {
  return toInstant(Date.parse(minute) - 60_000);
}

function runsWithin(checks: readonly Check[], { from, to }: Span): number {
  // A machine that was off for weeks is not worth counting each minute of them.
  const minutes = Math.min((Date.parse(to) - Date.parse(from)) / minuteMs + 1, 7 * 1440);
  return forecastVisits(checks, from, minutes).reduce((sum, visit) => sum + visit.checks.length, 0);
}
