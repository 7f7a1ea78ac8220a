import type { LookupFunction } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import { requireGuard } from '../../shared/browser/guarded-request.ts';
import { launchBrowser } from '../../shared/browser/launch.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import { form as formSpec } from '../../shared/probes/form/spec.ts';
import { specOf } from '../../shared/probes/index.ts';
import { pageLoad as pageLoadSpec } from '../../shared/probes/page-load/spec.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { measureCheck, type RunDeps, runChecks } from '../../shared/runtime/run-checks.ts';
import { createSending } from './form/sending.ts';
import { landingFault } from './landing-fault.ts';
import { isQuestion, type Question, questionSending } from './live-chat/asking/question.ts';
import { chatAsker, form, probeOnThePage } from './probes.ts';

export interface VisitDeps extends RunDeps {
  /** The address guard's proxy, for the browser. */
  readonly proxyUrl?: string;
  /** The address guard's resolver, for what is asked beside the browser. */
  readonly lookup?: LookupFunction;
  readonly browserFolder?: string;
  /** Other limits than the usual ones, in milliseconds: of one attempt, and of the page's own load. */
  readonly limits?: { readonly attemptMs: number; readonly loadMs: number };
  /** Where it is written down what forms really sent; without it, none is sent. */
  readonly submissions?: SubmissionLog;
  /** Forms: list all that customers can write through. */
  readonly survey?: boolean;
  /** Where browsers come from. Default: a fresh one for each visit. */
  readonly launch?: typeof launchBrowser;
}

interface AttemptDeps extends VisitDeps {
  /** The same visit was red or grey a moment ago. */
  readonly isRepeated: boolean;
}

type Prepare = (context: BrowserContext) => Promise<void>;
/** Opens the visit, unless it is open. The first one to ask may prepare the browser before it meets the page. */
type Open = (prepare?: Prepare) => Promise<Visit>;

/**
 * Hard deadlines of one attempt: a heavy page on a throttled phone is the slowest honest case, and a form that sends nothing
 * is tried a second time, at a person's pace.
 */
const deadlineMs = { load: 90_000, form: 90_000 } as const;
/** Of a visit that asks in a chat and waits for an answer: within the function's own time. */
const questionMs = 210_000;

/** Runs the checks of one visit (same page, device and kind of visit) and always yields a result for each. */
export function runVisit(request: VisitRequest, deps: VisitDeps): Promise<Result[]> {
  requireGuard(deps.network, deps.proxyUrl, deps.lookup);
  const kind = specOf(request.checks[0]?.probe ?? '')?.visit;
  switch (kind) {
    case 'load':
    case 'form':
      return runChecks(request, deps, attemptMsOf(request, kind, deps), (checks, signal, nth) =>
        visitWith(request, checks, signal, { ...deps, isRepeated: nth > 1 }),
      );
    case 'request':
    case 'audit':
    case 'poll':
    case undefined:
      throw new Error(`No page probe answers ${request.checks.map(({ id }) => id).join(', ')}.`);
  }
}

function attemptMsOf({ checks }: VisitRequest, kind: 'load' | 'form', { limits }: VisitDeps): number {
  return limits?.attemptMs ?? (checks.some(isQuestion) ? questionMs : deadlineMs[kind]);
}

/** One browser, one page load, all checks of the visit; page-load goes first, because the others look around. */
async function visitWith(
  { scheduledAt }: VisitRequest,
  checks: readonly Check[],
  signal: AbortSignal,
  deps: AttemptDeps,
): Promise<Measured[]> {
  let visit: Promise<Visit> | undefined;
  const open =
    (check: Check): Open =>
    (prepare) => {
      visit ??= openVisit({
        url: urlOf(check),
        device: check.device ?? 'desktop',
        throttled: checks.some(({ probe }) => probe === pageLoadSpec.id),
        signal,
        launch: launchPrepared(deps.launch ?? launchBrowser, prepare),
        ...(deps.proxyUrl && { proxyUrl: deps.proxyUrl }),
        ...(deps.lookup && { lookup: deps.lookup }),
        ...(deps.browserFolder && { folder: deps.browserFolder }),
        ...(deps.limits && { loadTimeoutMs: deps.limits.loadMs }),
      });
      return visit;
    };
  const measured = new Map<string, Measured>();
  try {
    for (const check of checks.toSorted((a, b) => order(a) - order(b))) {
      const result = await measureInVisit(check, scheduledAt, open(check), signal, deps);
      measured.set(check.id, await explained(result, visit));
    }
  } finally {
    await visit?.then(
      (opened) => opened.close(),
      () => {}, // it never opened: each check has already said so
    );
  }
  return checks.flatMap((check) => measured.get(check.id) ?? []);
}

/** A probe that could not get on with its page may be the page's victim: then that is what is told. */
async function explained(result: Measured, visit: Promise<Visit> | undefined): Promise<Measured> {
  if (result.cause !== 'deadline' && result.cause !== 'probe-fault') return result;
  const opened = await visit?.catch(() => null); // it never opened: the result says so
  const landing = (await opened?.ailment()) ?? null;
  return landing === null || opened === null || opened === undefined
    ? result
    : (landingFault({ landing, url: opened.url }) ?? result);
}

function launchPrepared(launch: typeof launchBrowser, prepare?: Prepare): typeof launchBrowser {
  return async (options) => {
    const browser = await launch(options);
    try {
      await prepare?.(browser.context);
      return browser;
    } catch (error) {
      await browser.close();
      throw error;
    }
  };
}

function order({ probe }: Check): number {
  return probe === pageLoadSpec.id ? 0 : 1;
}

async function measureInVisit(
  check: Check,
  scheduledAt: Instant,
  open: Open,
  signal: AbortSignal,
  deps: AttemptDeps,
): Promise<Measured> {
  if (isQuestion(check)) return measureQuestion(check, scheduledAt, open, signal, deps);
  const probe = probeOnThePage(check.probe);
  if (probe !== undefined) return measureCheck(probe, check, () => open(), signal, deps);
  if (check.probe === formSpec.id) {
    const { submissions, now, lookup, survey, isRepeated } = deps;
    const sending = submissions && createSending(check, scheduledAt, submissions, now);
    const target = {
      open,
      ...(sending && { sending }),
      ...(lookup && { lookup }),
      ...(survey && { survey }),
      ...(isRepeated && { isRepeated }),
      ...(check.namedForms && { named: check.namedForms }),
      ...(check.enquiry && { enquiry: check.enquiry }),
    };
    const result = await measureCheck(form, check, async () => target, signal, deps);
    // The poll that has asked for it looks there for the outcome.
    if (check.enquiry !== undefined) await sending?.forgo(urlOf(check), result);
    return result;
  }
  throw new Error(`No browser probe is called "${check.probe}".`);
}

/** A mystery shopper's in the live chat; the poll that has asked for it looks in the ledger for the outcome. */
async function measureQuestion(
  check: Question,
  scheduledAt: Instant,
  open: Open,
  signal: AbortSignal,
  deps: AttemptDeps,
): Promise<Measured> {
  const { submissions, now } = deps;
  if (submissions === undefined) throw new Error('a question is only asked where what was asked is written down');
  const sending = questionSending(check, scheduledAt, submissions, now);
  const target = { open, sending, enquiry: check.enquiry };
  const result = await measureCheck(chatAsker, check, async () => target, signal, deps);
  await sending.forgo(urlOf(check), result);
  return result;
}

function urlOf(check: Check): string {
  if (check.url === null) throw new Error(`${check.id} has no URL to visit.`);
  return check.url;
}
