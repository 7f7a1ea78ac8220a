import type { PluralForms } from '../../model/format.ts';

type Span = 'minute' | 'hour' | 'day';

/** What the live page says of one touchpoint, one check and the weeks, beside what it says everywhere (`PageWords`). */
export interface DetailWords {
  /** How often a check runs: "every hour", "every 30 minutes". */
  readonly everyOne: Readonly<Record<Span, string>>;
  readonly every: (span: string) => string;
  readonly span: Readonly<Record<Span, PluralForms>>;
  /** Why a light does not count: its last run is too old, and what it was then; or it lies in the future. */
  readonly silent: (since: string, light: string) => string;
  readonly clockAhead: string;
  readonly heading: Readonly<
    Record<
      'checks' | 'comments' | 'days' | 'past' | 'maintenance' | 'found' | 'bounds' | 'policy' | 'runs' | 'weeks',
      string
    >
  >;
  readonly incident: {
    readonly none: string;
    readonly nonePast: string;
    readonly lasted: (length: string) => string;
    readonly older: string;
    readonly newest: string;
    /** Of how many of the touchpoint's incidents these were looked for. */
    readonly among: (count: number) => string;
    readonly more: (count: number) => string;
  };
  readonly maintenance: {
    readonly none: string;
    readonly by: (who: string) => string;
  };
  /** Read aloud instead of a button's short text. */
  readonly runNowOf: (check: string) => string;
  readonly waiting: {
    readonly longest: (length: string) => string;
    readonly operatorsOnly: string;
  };
  /** What customers wrote in a survey. */
  readonly comments: {
    readonly none: string;
    readonly operatorsOnly: string;
    readonly scored: (score: number, at: string) => string;
    readonly more: (count: number) => string;
  };
  readonly column: Readonly<
    Record<'when' | 'light' | 'measured' | 'green' | 'red' | 'attempts' | 'what' | 'evidence', string>
  >;
  readonly bound: Readonly<Record<'atMost' | 'atLeast' | 'orMore' | 'orLess', (value: string) => string>> & {
    readonly neverRed: string;
  };
  readonly noBounds: string;
  /** Before what is not green however often it occurs. */
  readonly asSoonAs: Readonly<Record<'red' | 'yellow', string>>;
  readonly policy: {
    readonly opens: (runs: number) => string;
    readonly ends: (runs: number) => string;
    readonly reminds: (every: string) => string;
    readonly remindsNever: string;
    readonly blind: (after: string) => string;
    readonly yellowInHours: string;
    readonly runsInHours: string;
  };
  readonly noRuns: string;
  readonly judgedNow: (count: number) => string;
  readonly weeks: {
    readonly none: string;
    readonly operatorsOnly: string;
  };
}
