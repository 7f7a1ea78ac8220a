import type { Language } from '../model/business.ts';
import { oneLine, shorten } from '../model/foreign-text.ts';
import type { Format, Moments, PluralForms } from '../model/format.ts';
import { minuteMs } from '../model/time-spans.ts';
import { momentsIn } from './moments.ts';

interface Habits {
  readonly locale: string;
  readonly quotes: readonly [string, string];
  /** Where people write another sign than Intl's short one. */
  readonly sign: Readonly<Partial<Record<string, string>>>;
  readonly ofHundred: (points: string) => string;
  /** How long something lasted, in the case that this takes: "тривало 21 годину", where Intl knows "21 година" only. */
  readonly lasting: Readonly<Record<'minute' | 'hour' | 'day', PluralForms>>;
}

const habits: Readonly<Record<Language, Habits>> = {
  en: {
    locale: 'en-GB',
    quotes: ['"', '"'],
    sign: { second: 's', minute: 'min', hour: 'h' },
    ofHundred: (points) => `${points} out of 100`,
    lasting: {
      minute: { one: 'minute', other: 'minutes' },
      hour: { one: 'hour', other: 'hours' },
      day: { one: 'day', other: 'days' },
    },
  },
  uk: {
    locale: 'uk-UA',
    quotes: ['«', '»'],
    sign: {},
    ofHundred: (points) => `${points} зі 100`,
    lasting: {
      minute: { one: 'хвилину', few: 'хвилини', many: 'хвилин', other: 'хвилини' },
      hour: { one: 'годину', few: 'години', many: 'годин', other: 'години' },
      day: { one: 'день', few: 'дні', many: 'днів', other: 'дня' },
    },
  },
  ru: {
    locale: 'ru-RU',
    quotes: ['«', '»'],
    sign: {},
    ofHundred: (points) => `${points} из 100`,
    lasting: {
      minute: { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' },
      hour: { one: 'час', few: 'часа', many: 'часов', other: 'часа' },
      day: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
    },
  },
};

const quoteLimit = 120;

interface Numbers {
  round(value: number): number;
  number(value: number, digits?: number): string;
  percent(ratio: number, digits: number): string;
  withUnit(value: number, unit: string, digits: number, display?: 'short' | 'long'): string;
}

const roundings = { halfExpand: Math.round, ceil: Math.ceil, floor: Math.floor } as const;
type Rounding = keyof typeof roundings;

function numbersIn({ locale, sign }: Habits, roundingMode: Rounding = 'halfExpand'): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  /** To make a format takes many times longer than to use it. */
  const formatOf = (digits: number, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const maximumFractionDigits = Math.max(0, digits);
    const key = JSON.stringify([maximumFractionDigits, options]);
    const known =
      formats.get(key) ??
      new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits, roundingMode, ...options });
    formats.set(key, known);
    return known;
  };
  return {
    round: roundings[roundingMode],
    number: (value, digits = 0) => plain(formatOf(digits, {}).format(value)),
    percent: (ratio, digits) => plain(formatOf(digits, { style: 'percent' }).format(ratio)),
    withUnit(value, unit, digits, unitDisplay = 'short') {
      const parts = formatOf(digits, { style: 'unit', unit, unitDisplay }).formatToParts(value);
      const own = unitDisplay === 'short' ? sign[unit] : undefined;
      return plain(parts.map((part) => (part.type === 'unit' && own !== undefined ? own : part.value)).join(''));
    },
  };
}

function measuredBy(numbers: Numbers, { ofHundred }: Habits): Format['measured'] {
  const { number, percent, withUnit } = numbers;
  return (value, unit, decimals = 1) => {
    switch (unit) {
      case 'ms':
        if (Math.abs(value) < 999.5) return withUnit(value, 'millisecond', decimals - 1);
        // What would read as 60 s is a minute, like its bound.
        if (value < 59_950) return withUnit(value / 1000, 'second', decimals);
        return withUnit(value / minuteMs, 'minute', decimals);
      case 'bytes':
        if (Math.abs(value) < 1000) return withUnit(value, 'byte', decimals - 1, 'long');
        if (value < 999_500) return withUnit(value / 1000, 'kilobyte', decimals - 1);
        return withUnit(value / 1_000_000, 'megabyte', decimals);
      case 'score':
        return ofHundred(number(value * 100, decimals - 1));
      case 'days':
        return withUnit(value, 'day', decimals, 'long');
      case 'minutes':
        return inHours(value, numbers);
      case 'ratio':
        return percent(value, decimals - 1);
      case 'count':
        return number(value, decimals);
      case 'number':
        return number(value, decimals + 1);
    }
  };
}

/** Never in days: the minutes may be business time, where a "day" would mislead. */
function inHours(value: number, { round, withUnit }: Numbers): string {
  const minutes = round(value);
  const hours = Math.trunc(minutes / 60);
  const rest = Math.abs(minutes - hours * 60);
  if (hours === 0) return withUnit(minutes, 'minute', 0);
  const whole = withUnit(hours, 'hour', 0);
  return rest === 0 ? whole : `${whole} ${withUnit(rest, 'minute', 0)}`;
}

function createFormat(language: Language): Format & Moments {
  const own = habits[language];
  const { locale, quotes, lasting } = own;
  const numbers = numbersIn(own);
  const { number } = numbers;
  const measured = measuredBy(numbers, own);
  const above = measuredBy(numbersIn(own, 'ceil'), own);
  const below = measuredBy(numbersIn(own, 'floor'), own);
  const plurals = new Intl.PluralRules(locale);
  const counted: Format['counted'] = (n, forms) =>
    `${number(n)} ${forms[plurals.select(Math.round(n))] ?? forms.other}`;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return {
    ...{ language, locale, number, measured, counted },
    beside(value, bound, unit) {
      const own = measured(value, unit);
      const limit = measured(bound, unit);
      if (value === bound || own !== limit) return own;
      const away = [2, 3, 4].map((decimals) => (value > bound ? above : below)(value, unit, decimals));
      return away.find((text) => text !== limit) ?? own;
    },
    duration(ms) {
      const minutes = Math.max(0, Math.round(ms / minuteMs));
      if (minutes < 120) return counted(minutes, lasting.minute);
      const hours = Math.round(minutes / 60);
      return hours < 72 ? counted(hours, lasting.hour) : counted(Math.round(hours / 24), lasting.day);
    },
    list: (items) => list.format(items),
    date: (iso) => plain(date.format(new Date(iso))),
    ...momentsIn(language),
    dateTime: dateTimeIn(locale),
    quote: (text, limit = quoteLimit) => `${quotes[0]}${shorten(oneLine(text), limit)}${quotes[1]}`,
  };
}

/** Where a mail lies, "INBOX: “Parking”" as a conversation keeps it, in the language's own quotation marks. */
export function mailPlace(place: string, language: Language): string {
  const [before, after] = habits[language].quotes;
  return language === 'en' ? place : place.replace(/: “(.*)”$/, `: ${before}$1${after}`);
}

function dateTimeIn(locale: string): Format['dateTime'] {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (timeZone: string): Intl.DateTimeFormat => {
    const options = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
    formats.set(timeZone, format);
    return format;
  };
  return (at, timeZone) => `${plain(formatOf(timeZone).format(Date.parse(at)))} (${timeZone})`;
}

/** Thin and narrow spaces are boxes in some mail programs. */
function plain(text: string): string {
  return text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
}

const made = new Map<Language, Format & Moments>();

export function formatFor(language: Language): Format & Moments {
  const format = made.get(language) ?? createFormat(language);
  made.set(language, format);
  return format;
}
