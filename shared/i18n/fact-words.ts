import { type Cause, isCause } from '../model/cause.ts';
import type { PluralForms } from './plural.ts';

/** How a language says numbers with their units. */
export interface UnitWords {
  /** BCP 47: digits and plurals follow it. */
  readonly locale: string;
  readonly ms: string;
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly kilobyte: string;
  readonly megabyte: string;
  readonly byte: PluralForms;
  readonly day: PluralForms;
  readonly ofHundred: (points: string) => string;
}

/** What was found, said in another language than English, which judge and probes speak themselves. */
export interface FactWords {
  readonly unit: UnitWords;
  readonly atMost: (bound: string) => string;
  readonly atLeast: (bound: string) => string;
  /** Behind a number that is beyond its bound. */
  readonly insteadOf: (bound: string) => string;
  /** Why a run failed or saw nothing, by the result's cause. */
  readonly cause: Readonly<Record<Cause, string>>;
  /** For a grey light without a cause that has words. */
  readonly notMeasured: string;
}

/** Undefined for no cause, and for one that this version does not know. */
export function causeInWords(cause: string | null | undefined, words: FactWords): string | undefined {
  return cause != null && isCause(cause) ? words.cause[cause] : undefined;
}
