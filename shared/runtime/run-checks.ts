import { judge } from '../evaluation/incidents/judge.ts';
import { businessMinutesBetween, isBusinessTime } from '../evaluation/schedule/business-time.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Check } from '../model/check.ts';
import { runId } from '../model/check-id.ts';
import { gapsDetail } from '../model/evidence.ts';
import type { Statement } from '../model/finding.ts';
import { shorten } from '../model/foreign-text.ts';
import { foreignJsonSchema } from '../model/foreign-text-schema.ts';
import { toInstant } from '../model/instant.ts';
import type { ProbeSpec } from '../model/probe-spec.ts';
import { type Result, resultSchema } from '../model/result.ts';
import { dayMs } from '../model/time-spans.ts';
import type { VisitRequest } from '../model/visit.ts';
import { visitKinds } from '../model/visit-kind.ts';
import type { EvidenceStore } from '../ports/evidence-store.ts';
import { specOf } from '../probes/index.ts';
import type { BusinessMoment, Measured, Probe, ProbeContext } from './probe.ts';
import { runProbe } from './run-probe.ts';
import { storeEvidence } from './store-evidence.ts';

const halfADayMs = dayMs / 2;
/** Of one text in what is said, and of one address: a redirect may lead to one that is longer than any queue takes. */
const textAtMost = 500;
const address = /^[a-z][a-z\d+.-]*:\S/i;

export interface RunDeps {
  readonly evidence: EvidenceStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Says what is happening, for a person who waits. */
  readonly progress: (what: string) => void;
  /** Pictures of what is fine, too. Default: yes; a deployed stack takes them once a day, because each is stored for months. */
  readonly pictures?: boolean;
  /** Gets what broke inside a probe, for the log. */
  readonly onFault: (checkId: string, error: unknown) => void;
  /** `public` in AWS: loopback, link-local and private addresses are out of reach. */
  readonly network: 'any' | 'public';
  /** Ends everything at once, when the person at the terminal says so. */
  readonly signal?: AbortSignal;
}

/**
 * One attempt at the given checks together; yields one measurement per check, in their order. Never throws.
 * @param nth 1, or 2 where the first came out red or grey
 */
export type Attempt = (checks: readonly Check[], signal: AbortSignal, nth: 1 | 2) => Promise<readonly Measured[]>;

/**
 * Runs the checks of one visit and turns their measurements into results, one per check. What came out red or grey is tried
 * once more from the start before it is recorded (`attempts: 2`): a hiccup of the network or of our own host is not the
 * site's light.
 * @param deadlineMs the hard deadline of one attempt
 */
export async function runChecks(
  request: VisitRequest,
  deps: RunDeps,
  deadlineMs: number,
  attempt: Attempt,
): Promise<Result[]> {
  const run = async (checks: readonly Check[], attempts: 1 | 2): Promise<Unstored[]> => {
    const startedAt = toInstant(deps.now());
    const deadline = AbortSignal.timeout(deadlineMs);
    const all = await attempt(checks, deps.signal ? AbortSignal.any([deadline, deps.signal]) : deadline, attempts);
    deps.signal?.throwIfAborted();
    const frame = { scheduledAt: request.scheduledAt, startedAt, finishedAt: toInstant(deps.now()), attempts };
    return checks.map((check, i) => toResult(check, all[i], frame));
  };
  const first = await run(request.checks, 1);
  const doubtful = request.checks.filter(
    (check, i) => first[i]?.seenTwice !== true && isDoubtful(check, first[i]?.result),
  );
  const second = doubtful.length === 0 ? [] : await run(doubtful, 2);
  const last = first.map((one) => second.find((again) => again.result.checkId === one.result.checkId) ?? one);
  return Promise.all(last.map((one) => withEvidence(one, deps)));
}

function isDoubtful(check: Check, result: Result | undefined): boolean {
  // What is really sent is not repeated within a visit: each message reaches the business's inbox.
  if (result === undefined || check.options['mode'] === 'submit' || check.enquiry !== undefined) return false;
  // Nor is a guest's visit: once a day is once.
  if (check.guest !== undefined) return false;
  const { repeat } = visitKinds[specOf(check.probe)?.visit ?? 'load'];
  if (repeat === 'never') return false;
  // Three quarters of a minute of waiting in vain is no hiccup, and the next visit would wait as long again.
  if (result.cause === 'never-loads' || result.cause === 'still-loading') return false;
  // Nor is a host that was measured once for all faster a second later.
  if (result.cause === 'slow-host') return false;
  // Nor does the address guard change its mind.
  if (result.cause === 'private-address') return false;
  const { light } = judge(result, check);
  return light === 'unknown' || (repeat === 'bad' && light === 'red');
}

/** A result before its evidence is where it will be found. */
interface Unstored {
  readonly result: Result;
  readonly drafts: NonNullable<Measured['evidence']>;
  readonly seenTwice: boolean;
}

/** Everything that a probe has seen becomes a result here, so this is where the words of pages and platforms are cleaned. */
function toResult(
  check: Check,
  measured: Measured | undefined,
  frame: Pick<Result, 'scheduledAt' | 'startedAt' | 'finishedAt' | 'attempts'>,
): Unstored {
  if (measured === undefined) throw new Error(`The probe of ${check.id} returned no measurement.`);
  const {
    evidence: drafts = [],
    facts = {},
    details = {},
    seenTwice = false,
    ...rest
  } = check.guest ? figuresAlone(measured) : measured;
  const cleaned = foreignJsonSchema.parse(JSON.parse(JSON.stringify(details, (_, value) => briefAddress(value))));
  const own = { checkId: check.id, reason: brief(rest.reason), details: cleaned, evidence: [] };
  const said = Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, brief(fact)]));
  return { result: resultSchema.parse({ ...rest, ...frame, ...own, facts: said }), drafts, seenTwice };
}

function brief({ id, params }: Statement): Statement {
  return { id, params: JSON.parse(JSON.stringify(params, (_, value) => briefText(value))) };
}

function briefText(value: unknown): unknown {
  return typeof value === 'string' ? shorten(value, textAtMost, '…') : value;
}

function briefAddress(value: unknown): unknown {
  return typeof value === 'string' && address.test(value) ? briefText(value) : value;
}

/** Of somebody else's site nothing is kept but what is compared: no pictures, and nothing that its page says. */
function figuresAlone({ outcome, reason, cause, measurements }: Measured): Measured {
  return { outcome, reason, cause, measurements };
}

async function withEvidence({ result, drafts }: Unstored, deps: RunDeps): Promise<Result> {
  const { checkId, scheduledAt, details } = result;
  const id = runId(checkId, scheduledAt);
  const { stored, gaps } = await storeEvidence(id, drafts, deps.evidence, (error) => deps.onFault(checkId, error));
  const withGaps = gaps.length === 0 ? details : { ...details, [gapsDetail]: gaps.map((gap) => ({ ...gap })) };
  return { ...result, evidence: [...stored], details: withGaps };
}

function momentIn(hours: Calendar, now: number): BusinessMoment {
  const at = toInstant(now);
  return {
    isOpen: isBusinessTime(at, hours),
    openMinutes: businessMinutesBetween(toInstant(now - halfADayMs), at, hours),
  };
}

/** Measures one check with its probe behind the one catch. */
export function measureCheck<Spec extends ProbeSpec, Target>(
  probe: Probe<Spec, Target>,
  check: Check,
  target: () => Promise<Target>,
  signal: AbortSignal,
  deps: RunDeps,
): Promise<Measured> {
  deps.progress(check.id);
  return runProbe(
    async () => {
      const context: ProbeContext<Spec> = {
        options: probe.spec.options.parse(check.options) as ReturnType<Spec['options']['parse']>,
        signal,
        progress: (what) => deps.progress(`${check.id}: ${what}`),
        pictures: check.guest === undefined && (deps.pictures ?? true),
        business: check.hours === undefined ? null : momentIn(check.hours, deps.now()),
      };
      return probe.measure(await target(), context);
    },
    (error) => deps.onFault(check.id, error),
  );
}
