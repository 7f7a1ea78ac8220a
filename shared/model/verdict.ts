import type { Finding } from './finding.ts';
import type { Light } from './light.ts';

/** One measurement against its threshold, or the outcome itself where there is no number. */
export interface Verdict {
  readonly light: Light;
  readonly finding: Finding;
}

/** A result judged: the worst verdict decides the light. */
export interface Judgement {
  readonly light: Light;
  /** The worst verdict; what the alert says. */
  readonly headline: Verdict;
  /** All verdicts, worst first. */
  readonly verdicts: readonly Verdict[];
}
