import { localDate } from '../../shared/evaluation/schedule/zone.ts';
import { digestWords } from '../../shared/i18n/digest.ts';
import type { DigestWords } from '../../shared/i18n/digest-words.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Unit } from '../../shared/model/probe-spec.ts';
import type { FigureId } from '../../shared/model/week-figure.ts';

/** Dates, numbers and spans of time as the business writes them. */
export interface Formats {
  readonly language: Language;
  /** When the text is written. */
  readonly now: Instant | null;
  /** `2026-11-23`: the day of that, by the business's clock. */
  readonly today: string | null;
  readonly words: DigestWords;
  /** "16–22 November 2026" */
  readonly dates: (from: string, to: string) => string;
  /** "Tue 17 Nov, 14:05", in the business's zone; of another year than this one with its year. */
  readonly moment: (at: Instant) => string;
  /** "by 13:20 today" */
  readonly deadline: (at: Instant) => string;
  /** "Tuesday 24 November" */
  readonly day: (date: string) => string;
  /** "19 November" */
  readonly date: (date: string) => string;
  /** "19 Nov" */
  readonly shortDate: (date: string) => string;
  /** "17 November, 18 November and 19 November" */
  readonly dateList: (dates: readonly string[]) => string;
  /** "Tu" */
  readonly weekday: (date: string) => string;
  /** "9 hours" */
  readonly span: (ms: number) => string;
  /** "1.9 s", "4 h 10 min": business time, which has no days. */
  readonly measured: (value: number, unit: Unit) => string;
  readonly figure: (id: FigureId, value: number) => string;
  /** "+0.03" */
  readonly change: (by: number) => string;
  readonly number: (value: number) => string;
  readonly dollars: (value: number) => string;
}

export function formatsFor(language: Language, timeZone: string, now: Instant | null): Formats {
  const words = digestWords[language];
  const { locale } = words;
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const long = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const day = date({ weekday: 'long', day: 'numeric', month: 'long' });
  const dateOnly = date({ day: 'numeric', month: 'long' });
  const shortDate = date({ day: 'numeric', month: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const weekday = date({ weekday: 'short' });
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const { measured, duration, stamp, deadline } = formatFor(language);
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  return {
    language,
    now,
    today: now === null ? null : localDate(Date.parse(now), timeZone),
    words,
    dates: (from, to) => plain(long.formatRange(new Date(from), new Date(to))),
    moment: (at) => stamp(at, timeZone, now ?? undefined),
    deadline: (at) => deadline(at, timeZone, now ?? undefined),
    day: (iso) => plain(day.format(new Date(iso))),
    date: (iso) => plain(dateOnly.format(new Date(iso))),
    dateList: (dates) => list.format(dates.map((iso) => plain(dateOnly.format(new Date(iso))))),
    shortDate: (iso) => plain(shortDate.format(new Date(iso))),
    weekday: (iso) => weekday.format(new Date(iso)).slice(0, 2),
    // What was seen at all lasted for a while: a minute at least.
    span: (ms) => duration(Math.max(60_000, ms)),
    measured,
    figure: (id, value) => figureIn(words, id, value, number, measured),
    change: (by) => plain(signed.format(by)),
    number: (value) => plain(number(value, 0)),
    dollars: (value) => `$${number(Math.max(1, Math.ceil(value)), 0)}`,
  };
}

function figureIn(
  words: DigestWords,
  id: FigureId,
  value: number,
  number: (value: number, digits: number) => string,
  measured: (value: number, unit: Unit, decimals?: number) => string,
): string {
  switch (id) {
    case 'phoneContentMs':
    case 'phoneCompleteMs':
    case 'desktopCompleteMs':
    case 'visitorsContentMs':
      return `${tenths(words.locale, value / 1000)} ${words.second}`;
    case 'answering':
    case 'formWorks':
    case 'answeredInTime':
    case 'callsPickedUp':
    case 'repeatRate':
      // 99.96% must not read 100%: somebody met a closed door.
      return measured(Math.floor(value * 1000) / 1000, 'ratio', 2);
    case 'ringMs':
    case 'visitorsResponseMs':
      return measured(value, 'ms');
    case 'messageArrivalMs':
      // Mail servers count in seconds.
      return measured(Math.max(value, 1000), 'ms');
    case 'clicksToContact':
    case 'notCalledBack':
    case 'emptyChatMornings':
    case 'promoterScore':
      return number(value, 0);
    case 'lighthouse':
      return words.ofHundred(number(value * 100, 0));
    case 'firstResponseMinutes':
    case 'testEnquiryMinutes':
      return measured(value, 'minutes');
    case 'rating':
      return words.ofFive(number(value, 2));
  }
}

/** Always with its tenth, so that two numbers side by side read alike. */
function tenths(locale: string, value: number): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** Thin and narrow spaces are boxes in some mail programs. */
function plain(text: string): string {
  return text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
}
