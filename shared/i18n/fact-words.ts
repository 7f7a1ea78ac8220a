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
  /** A measurement with its value, by the measurement's name; begins small unless a name begins it. */
  readonly measurement: Readonly<Record<string, (value: string) => string>>;
  /** Why a run failed or saw nothing, by the result's cause. */
  readonly cause: Readonly<Record<string, string>>;
  /** The state to be in and its opposite, by probe. */
  readonly probe: Readonly<Record<string, { readonly good: string; readonly bad: string }>>;
  /** For a grey light without a cause that has words. */
  readonly notMeasured: string;
}
