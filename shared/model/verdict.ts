import type { Light } from './light.ts';

/** One measurement against its threshold, or the outcome itself where there is no number (`measurement: null`). */
export interface Verdict {
  readonly measurement: string | null;
  readonly light: Light;
  /** In words, with units: "at most 2.5 s". */
  readonly expected: string;
  /** In words, with units: "6.1 s". */
  readonly actual: string;
  /** A whole sentence an owner understands. */
  readonly reason: string;
}

/** A result judged: the worst verdict decides the light. */
export interface Judgement {
  readonly light: Light;
  /** The worst verdict; what the alert says. */
  readonly headline: Verdict;
  /** All verdicts, worst first. */
  readonly verdicts: readonly Verdict[];
}
