import { alertMessages } from '../../shared/i18n/alerts.ts';
import { digestWords } from '../../shared/i18n/digest.ts';
import type { DigestWords } from '../../shared/i18n/digest-words.ts';
import { duration } from '../../shared/i18n/plural.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { FigureId } from '../../shared/model/week-figure.ts';

/** Dates, numbers and spans of time as the business writes them. */
export interface Formats {
  readonly words: DigestWords;
  /** "16–22 November 2026" */
  readonly dates: (from: string, to: string) => string;
  /** "Tue 17 Nov, 14:05", in the business's zone. */
  readonly moment: (at: Instant) => string;
  /** "Tuesday 24 November" */
  readonly day: (date: string) => string;
  /** "Tu" */
  readonly weekday: (date: string) => string;
  /** "9 hours" */
  readonly span: (ms: number) => string;
  /** "4 h 10 min": business time, which has no days. */
  readonly minutes: (minutes: number) => string;
  readonly figure: (id: FigureId, value: number) => string;
  readonly number: (value: number) => string;
  readonly dollars: (value: number) => string;
}

export function formatsFor(language: Language, timeZone: string): Formats {
  const words = digestWords[language];
  const { locale } = words;
  const date = (options: Intl.DateTimeFormatOptions, zone = 'UTC') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const long = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const moment = date(
    { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone,
  );
  const day = date({ weekday: 'long', day: 'numeric', month: 'long' });
  const weekday = date({ weekday: 'short' });
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const minutes = minutesIn(locale);
  const forms = alertMessages[language].duration;
  return {
    words,
    dates: (from, to) => plain(long.formatRange(new Date(from), new Date(to))),
    moment: (at) => plain(moment.format(new Date(at))),
    day: (iso) => plain(day.format(new Date(iso))),
    weekday: (iso) => weekday.format(new Date(iso)).slice(0, 2),
    // What was seen at all lasted for a while: a minute at least.
    span: (ms) => duration(locale, Math.max(60_000, ms), forms),
    minutes,
    figure: (id, value) => figureIn(words, id, value, number, minutes),
    number: (value) => plain(number(value, 0)),
    dollars: (value) => `$${number(Math.max(1, Math.ceil(value)), 0)}`,
  };
}

function figureIn(
  words: DigestWords,
  id: FigureId,
  value: number,
  number: (value: number, digits: number) => string,
  minutes: (minutes: number) => string,
): string {
  switch (id) {
    case 'phoneContentMs':
    case 'phoneCompleteMs':
    case 'desktopCompleteMs':
      return unit(words.locale, value / 1000, 'second', 1);
    case 'answering':
    case 'formWorks':
    case 'answeredInTime':
      // 99.96 % must not read 100 %: somebody met a closed door.
      return `${number(Math.floor(value * 1000) / 10, 1)} %`;
    case 'clicksToContact':
      return number(value, 0);
    case 'lighthouse':
      return words.ofHundred(number(value * 100, 0));
    case 'firstResponseMinutes':
      return minutes(value);
    case 'rating':
      return words.ofFive(number(value, 2));
  }
}

function minutesIn(locale: string) {
  return (value: number): string => {
    const whole = Math.round(value);
    const hours = Math.floor(whole / 60);
    const rest = whole - hours * 60;
    if (hours === 0) return unit(locale, rest, 'minute', 0);
    const full = unit(locale, hours, 'hour', 0);
    return rest === 0 ? full : `${full} ${unit(locale, rest, 'minute', 0)}`;
  };
}

function unit(locale: string, value: number, name: string, digits: number): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return plain(format.format(value));
}

/** Thin and narrow spaces are boxes in some mail programs. */
function plain(text: string): string {
  return text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
}
