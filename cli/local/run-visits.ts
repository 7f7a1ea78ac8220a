import type { PollDeps } from '../../functions/probe-social/run-poll.ts';
import { visitKey } from '../../shared/evaluation/schedule/due-visits.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { visitKinds } from '../../shared/model/visit-kind.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import { specOf } from '../../shared/probes/index.ts';
import type { RunDeps } from '../../shared/runtime/run-checks.ts';
import type { Terminal } from '../terminal.ts';
import { askBrowser } from './ask-browser.ts';

export interface CheckedResult {
  readonly check: Check;
  readonly result: Result;
}

export interface RunVisitsOptions {
  readonly scheduledAt: Instant;
  readonly evidence: EvidenceStore;
  /** Where it is written down what forms really sent; without it, none is sent. */
  readonly submissions?: SubmissionLog;
  /** List every form that customers can write through. */
  readonly survey?: boolean;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** Called with each visit's results before the next visit begins. */
  readonly onResults?: (results: readonly CheckedResult[]) => Promise<void>;
  /** What polls of social touchpoints need; without it, they have no secret and say so. */
  readonly social?: Pick<
    PollDeps,
    'secrets' | 'conversations' | 'enquiries' | 'maintenance' | 'importFolders' | 'models'
  >;
  /** What makes a visit instead of the probes: for rehearsals of everything around them. */
  readonly measure?: (visit: VisitRequest) => Promise<Result[]>;
  /** A sentence when nothing more is worth measuring after this result; the remaining checks are then unknown. */
  readonly stopWhen?: (result: Result) => Statement | null;
}

const visitOrder: readonly string[] = Object.keys(visitKinds);

/**
 * Runs the checks on this machine, one visit at a time: two at once would disturb each other's measurements. Only polls of
 * social pages go side by side, because they measure no speed, and a slow platform must not delay the others.
 */
export async function runVisits(checks: readonly Check[], options: RunVisitsOptions): Promise<CheckedResult[]> {
  const all: CheckedResult[] = [];
  let stopped: Statement | null = null;
  const measure = async (visit: readonly Check[]): Promise<readonly Result[]> => {
    options.signal.throwIfAborted();
    const why = stopped;
    if (why !== null) return visit.map((check) => notMeasured(check, why, options.scheduledAt));
    return measureVisit(visit, options);
  };
  const take = async (visit: readonly Check[], results: readonly Result[]): Promise<void> => {
    const checked = visit.flatMap((check) => {
      const result = results.find(({ checkId }) => checkId === check.id);
      return result === undefined ? [] : [{ check, result }];
    });
    all.push(...checked);
    await options.onResults?.(checked);
    for (const result of results) stopped ??= options.stopWhen?.(result) ?? null;
  };
  const visits = groupIntoVisits(checks);
  for (const visit of visits.filter((each) => visitKind(each) !== 'poll')) await take(visit, await measure(visit));
  const polls = visits.filter((each) => visitKind(each) === 'poll');
  for (const [index, results] of (await Promise.all(polls.map(measure))).entries())
    await take(polls[index] ?? [], results);
  return all;
}

function groupIntoVisits(checks: readonly Check[]): Check[][] {
  const visits = Map.groupBy(checks, visitKey);
  return [...visits.values()].toSorted((a, b) => rank(a) - rank(b));
}

function rank(visit: readonly Check[]): number {
  return visitOrder.indexOf(visitKind(visit));
}

function visitKind(visit: readonly Check[]): string {
  return specOf(visit[0]?.probe ?? '')?.visit ?? '';
}

/** Each step is loaded when its first visit comes: a browser or Lighthouse takes longer to load than most commands to run. */
async function measureVisit(checks: readonly Check[], options: RunVisitsOptions): Promise<Result[]> {
  const { terminal, evidence, signal } = options;
  const deps: RunDeps = {
    evidence,
    now: Date.now,
    network: 'any',
    signal,
    progress: (what) => terminal.progress(what),
    onFault: (checkId, error) => {
      if (process.env['TOUCHLIGHT_DEBUG'] !== undefined) {
        terminal.warn(`${checkId}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    },
  };
  const request = { scheduledAt: options.scheduledAt, confirmation: false, checks: [...checks] };
  if (options.measure !== undefined) return options.measure(request);
  const kind = visitKind(checks);
  if (kind === 'poll' && options.social !== undefined) {
    return poll(request, deps, { ...options, social: options.social });
  }
  if (kind === 'audit') {
    const { runAudit } = await import('../../functions/probe-lighthouse/run-audit.ts');
    return runAudit(request, deps);
  }
  if (kind === 'request') {
    const { runRequest } = await import('../../functions/probe-availability/run-request.ts');
    return runRequest(request, { ...deps, askBrowser });
  }
  const { runVisit } = await import('../../functions/probe-page/run-visit.ts');
  const { submissions, survey } = options;
  return runVisit(request, { ...deps, ...(submissions && { submissions }), ...(survey && { survey }) });
}

/** A poll that asks for a form to be sent, or a question in a chat, does not know whether it was: it asks again when the browser has been there. */
async function poll(
  request: VisitRequest,
  deps: RunDeps,
  options: RunVisitsOptions & { readonly social: NonNullable<RunVisitsOptions['social']> },
): Promise<Result[]> {
  const { runPoll } = await import('../../functions/probe-social/run-poll.ts');
  const { submissions, social } = options;
  const asked: VisitRequest[] = [];
  const formVisits = { send: async (visits: readonly VisitRequest[]) => void asked.push(...visits) };
  const run = () => runPoll(request, { ...deps, ...social, formVisits, ...(submissions && { submissions }) });
  const results = await run();
  if (asked.length === 0) return results;
  for (const { checks, scheduledAt } of asked) await measureVisit(checks, { ...options, scheduledAt });
  return run();
}

function notMeasured(check: Check, reason: Statement, scheduledAt: Instant): Result {
  const now = toInstant(Date.now());
  return {
    checkId: check.id,
    scheduledAt,
    startedAt: now,
    finishedAt: now,
    attempts: 1,
    outcome: 'unknown',
    reason,
    cause: 'not-measured',
    measurements: {},
    facts: {},
    evidence: [],
    details: {},
  };
}
