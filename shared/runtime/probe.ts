import type { Cause } from '../model/cause.ts';
import type { EvidenceDraft, UnmadeEvidence } from '../model/evidence.ts';
import type { Statement } from '../model/finding.ts';
import type { Nudge } from '../model/nudge.ts';
import type { ProbeSpec } from '../model/probe-spec.ts';
import type { Measurements } from '../model/result.ts';

/** What a probe returns. Judging is not its business: no thresholds, no lights. */
export interface Measured {
  readonly outcome: 'measured' | 'failed' | 'unknown' | 'not-applicable';
  /** For an owner; for `measured` a summary of what was seen. */
  readonly reason: Statement;
  /** A stable word for `failed` and `unknown` (see Result.cause); null otherwise. */
  readonly cause: Cause | null;
  readonly measurements: Measurements;
  /** Per measurement, what was seen behind the number. */
  readonly facts?: Readonly<Record<string, Statement>>;
  /** Best effort: what is missing here or cannot be stored costs no measurement. */
  readonly evidence?: readonly (EvidenceDraft | UnmadeEvidence)[];
  readonly nudges?: readonly Nudge[];
  /** JSON that only this probe knows. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The probe has opened the page a second time and seen the same: another visit would tell nothing more. */
  readonly seenTwice?: boolean;
}

export function measured(reason: Statement, rest: Omit<Measured, 'outcome' | 'reason' | 'cause'>): Measured {
  return { outcome: 'measured', reason, cause: null, ...rest };
}

/** The touchpoint is at fault in a way that no number says. That is data, not an error: probes return it, they do not throw. */
export function failed(
  cause: Cause,
  reason: Statement,
  rest: Partial<Omit<Measured, 'outcome' | 'reason' | 'cause'>> = {},
): Measured {
  return { outcome: 'failed', reason, cause, measurements: {}, ...rest };
}

/** We cannot tell (bot wall, captcha, no network of our own): grey, never the site's fault. */
export function unknown(
  cause: Cause,
  reason: Statement,
  rest: Partial<Omit<Measured, 'outcome' | 'reason' | 'cause'>> = {},
): Measured {
  return { outcome: 'unknown', reason, cause, measurements: {}, ...rest };
}

export function notApplicable(
  reason: Statement,
  rest: Partial<Omit<Measured, 'outcome' | 'reason' | 'cause'>> = {},
): Measured {
  return { outcome: 'not-applicable', reason, cause: null, measurements: {}, ...rest };
}

/** How it stands with the business's hours as a measurement begins. */
export interface BusinessMoment {
  readonly isOpen: boolean;
  /** Business time of the last twelve hours: how long the day has lasted, unless it lasts longer than that. */
  readonly openMinutes: number;
}

/** What every probe is given beside its target. */
export interface ProbeContext<Spec extends ProbeSpec> {
  /** The probe's own options, parsed with its schema. */
  readonly options: ReturnType<Spec['options']['parse']>;
  /** Ends when the run's deadline has passed; pass it to whatever waits. */
  readonly signal: AbortSignal;
  /** Says what is happening, for a person who waits ("filling the form"). */
  readonly progress: (what: string) => void;
  /** Take pictures of what is fine, too, with marks where it was seen. */
  readonly pictures: boolean;
  /** Null where the check does not carry the business's hours. */
  readonly business: BusinessMoment | null;
}

/**
 * A probe: one file, one measurement of one touchpoint. Returns what it saw; a touchpoint at fault is data. It throws only
 * when the probe itself is at fault, and `runProbe` turns that into an `unknown` result: the one catch.
 */
export interface Probe<Spec extends ProbeSpec, Target> {
  readonly spec: Spec;
  measure(target: Target, context: ProbeContext<Spec>): Promise<Measured>;
}
