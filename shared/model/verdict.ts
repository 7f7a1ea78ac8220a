import { z } from 'zod';
import type { Light } from './light.ts';

/** The numbers of a verdict, in the measurement's own unit, so that it can be told in any language. */
export const comparisonSchema = z.strictObject({
  value: z.number(),
  /** The green bound, and on which side of it green lies. */
  bound: z.number(),
  side: z.enum(['at-most', 'at-least']),
});
type Comparison = z.infer<typeof comparisonSchema>;

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
  /** Absent where there is no number. */
  readonly comparison?: Comparison;
}

/** A result judged: the worst verdict decides the light. */
export interface Judgement {
  readonly light: Light;
  /** The worst verdict; what the alert says. */
  readonly headline: Verdict;
  /** All verdicts, worst first. */
  readonly verdicts: readonly Verdict[];
}
