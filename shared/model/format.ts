import type { Language } from './business.ts';
import type { Statement } from './finding.ts';
import type { Unit } from './probe-spec.ts';

/** A noun in the forms that a language counts with: English `one` and `other`, Ukrainian and Russian `one`, `few`, `many` too. */
export type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * When something is, as people of one language say it of a time zone's clocks. Instants are ISO-8601; without `now`, nothing is
 * near, so that each moment carries its date and its year.
 */
export interface Moments {
  /**
   * "today at 13:00", also yesterday and tomorrow; "Mon 13:00" within six days; otherwise "Mon 21 Dec, 13:00", and of another year
   * "Mon 21 Dec 2026, 13:00". Reads on behind a verb: "строк був у понеділок о 13:00".
   */
  moment(at: string, timeZone: string, now: string | undefined): string;
  /** Until when to do something, behind the verb: "by 13:00 today", "до понеділка, 13:00"; "now (due yesterday at 13:00)". */
  deadline(at: string, timeZone: string, now: string | undefined): string;
  /** For lists: "Tue 17 Nov, 14:05", always with the date. */
  stamp(at: string, timeZone: string, now: string | undefined): string;
  /** For where there is little room: "09:40" on the day of `now`, otherwise "22 Nov 09:40". */
  shortMoment(at: string, timeZone: string, now: string | undefined): string;
}

/** Numbers, units, dates and lists as people of one language write them; made in `shared/i18n/format.ts`. */
export interface Format {
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
  /** At most so many digits behind the point, by default none. */
  number(value: number, digits?: number): string;
  /**
   * A number with its unit: `6.1 s`, `1.4 MB`, `3 days`, `87 out of 100`, `4 h 10 min`, `45%`.
   * @param value in the unit of the measurement: milliseconds, bytes, a score or ratio from 0 to 1, days, (business) minutes
   * @param decimals digits behind the point where the unit has any; by default one
   */
  measured(value: number, unit: Unit, decimals?: number): string;
  /**
   * The same, but never as if it met a bound that it misses: where it would read like its bound, one more digit is rounded away
   * from that. 2.504 s is "2.51 s" beside "at most 2.5 s".
   */
  beside(value: number, bound: number, unit: Unit): string;
  /** A span of time in the largest unit that does not pretend precision: `45 minutes`, `26 hours`, `3 days`. */
  duration(ms: number): string;
  /** `1 hour`, `2 hours`; `1 година`, `2 години`, `5 годин`. */
  counted(n: number, forms: PluralForms): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** "24 November 2026", from an ISO-8601 date or instant. */
  date(iso: string): string;
  /** "28 Nov 2026, 09:00 (Europe/Kyiv)", for a moment that may be days away. */
  dateTime(at: string, timeZone: string): string;
  /** What others wrote, in the language's quotation marks, on one line of at most `limit` characters. */
  quote(text: string, limit?: number): string;
}

/** What a sentence is made with: the formats, and the places where it may be short. Moments are as of the time it is read. */
export interface StatementFormat extends Format {
  moment(at: string, timeZone: string): string;
  deadline(at: string, timeZone: string): string;
  /** An address with what leads to it (" at https://..."): nothing where there is no room for it. */
  at(lead: string, address: string): string;
  /** Another statement within this one, as a clause without a full stop; with what follows it as sentences. */
  clause(statement: Statement): string;
  whole(statement: Statement): string;
  /** The same, as it reads on behind a colon: it begins small. */
  following(statement: Statement): string;
}

/**
 * A sentence in two parts: what is so, as a clause that begins small (unless a name begins it) and has no full stop, because
 * it reads on behind a colon, too; and what else there is to know or do, as whole sentences.
 */
export type Said = string | readonly [what: string, ...more: string[]];

/** A language's sentences for the statements of one area. */
export type Texts<Statements> = {
  readonly [Id in keyof Statements]: (params: Statements[Id], format: StatementFormat) => Said;
};
