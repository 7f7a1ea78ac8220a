import type { Language } from '../model/business.ts';
import type { Moments } from '../model/format.ts';
import { dayMs } from '../model/time-spans.ts';

/** How a language says when. Weekdays begin with Sunday. */
interface Words {
  readonly locale: string;
  readonly yesterday: string;
  readonly today: string;
  readonly tomorrow: string;
  /** As it follows a verb: "on Monday". */
  readonly weekdays: readonly string[];
  /** As it follows "until". */
  readonly untilWeekdays: readonly string[];
  readonly month: 'short' | 'long';
  readonly atNamed: (named: string, time: string) => string;
  readonly atWeekday: (weekday: string, time: string) => string;
  readonly onDate: (weekday: string, date: string, time: string) => string;
  readonly byNamed: (named: string, time: string) => string;
  readonly byWeekday: (weekday: string, time: string) => string;
  readonly byDate: (weekday: string, date: string, time: string) => string;
  readonly overdue: (since: string) => string;
}

const englishWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const atUk = (day: string, time: string): string => `${day} ${time.startsWith('11:') ? 'об' : 'о'} ${time}`;

const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    ...{ locale: 'en-GB', yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow', month: 'short' },
    weekdays: englishWeekdays,
    untilWeekdays: englishWeekdays,
    atNamed: (named, time) => `${named} at ${time}`,
    atWeekday: (weekday, time) => `${weekday} ${time}`,
    onDate: (weekday, date, time) => `${weekday} ${date}, ${time}`,
    byNamed: (named, time) => `by ${time} ${named}`,
    byWeekday: (weekday, time) => `by ${weekday} ${time}`,
    byDate: (weekday, date, time) => `by ${weekday} ${date}, ${time}`,
    overdue: (since) => `now (due ${since})`,
  },
  uk: {
    ...{ locale: 'uk-UA', yesterday: 'учора', today: 'сьогодні', tomorrow: 'завтра', month: 'long' },
    weekdays: ['у неділю', 'у понеділок', 'у вівторок', 'у середу', 'у четвер', 'у п’ятницю', 'у суботу'],
    untilWeekdays: ['неділі', 'понеділка', 'вівторка', 'середи', 'четверга', 'п’ятниці', 'суботи'],
    atNamed: atUk,
    atWeekday: atUk,
    onDate: (weekday, date, time) => atUk(`${weekday}, ${date},`, time),
    byNamed: (named, time) => `${named} до ${time}`,
    byWeekday: (weekday, time) => `до ${weekday}, ${time}`,
    byDate: (weekday, date, time) => `до ${weekday}, ${date}, ${time}`,
    overdue: (since) => `зараз (строк був ${since})`,
  },
  ru: {
    ...{ locale: 'ru-RU', yesterday: 'вчера', today: 'сегодня', tomorrow: 'завтра', month: 'long' },
    weekdays: ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'],
    untilWeekdays: ['воскресенья', 'понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы'],
    atNamed: (named, time) => `${named} в ${time}`,
    atWeekday: (weekday, time) => `${weekday} в ${time}`,
    onDate: (weekday, date, time) => `${weekday}, ${date}, в ${time}`,
    byNamed: (named, time) => `${named} до ${time}`,
    byWeekday: (weekday, time) => `до ${weekday}, ${time}`,
    byDate: (weekday, date, time) => `до ${weekday}, ${date}, ${time}`,
    overdue: (since) => `сейчас (срок был ${since})`,
  },
};

/** What the clock and the calendar on the wall show. */
interface WallTime {
  readonly year: number;
  /** In days since 1970-01-01, whatever the length of the days between. */
  readonly day: number;
  readonly weekday: number;
  /** "09:30" */
  readonly time: string;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const clock =
    wallClocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...digits });
  wallClocks.set(timeZone, clock);
  return clock;
}

function wallTime(at: string, timeZone: string): WallTime {
  const parts = wallClock(timeZone).formatToParts(Date.parse(at));
  const partOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const year = Number(partOf('year'));
  const midnight = Date.UTC(year, Number(partOf('month')) - 1, Number(partOf('day')));
  const weekday = new Date(midnight).getUTCDay();
  return { year, day: midnight / dayMs, weekday, time: `${partOf('hour')}:${partOf('minute')}` };
}

const withinWeekdays = 6;

export function momentsIn(language: Language): Moments {
  const words = wordsOf[language];
  const { locale } = words;
  const dates = (month: 'short' | 'long', year?: 'numeric') =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month, ...(year && { year }) });
  const spoken = { thisYear: dates(words.month), otherYear: dates(words.month, 'numeric') };
  const short = { thisYear: dates('short'), otherYear: dates('short', 'numeric') };
  const shortWeekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });

  const dateOf = (by: typeof spoken, { day, year }: WallTime, now: WallTime | null): string =>
    (year === now?.year ? by.thisYear : by.otherYear).format(day * dayMs).replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
  const named = (away: number | null): string | null => {
    if (away === -1) return words.yesterday;
    if (away === 0) return words.today;
    return away === 1 ? words.tomorrow : null;
  };
  const read = (at: string, timeZone: string, now: string | undefined) => {
    const on = wallTime(at, timeZone);
    const today = now === undefined ? null : wallTime(now, timeZone);
    const away = today === null ? null : on.day - today.day;
    const isSoon = away !== null && away > 1 && away <= withinWeekdays;
    return { on, today, name: named(away), isSoon };
  };
  const moment: Moments['moment'] = (at, timeZone, now) => {
    const { on, today, name, isSoon } = read(at, timeZone, now);
    const weekday = words.weekdays[on.weekday] ?? '';
    if (name !== null) return words.atNamed(name, on.time);
    return isSoon ? words.atWeekday(weekday, on.time) : words.onDate(weekday, dateOf(spoken, on, today), on.time);
  };
  return {
    moment,
    deadline(at, timeZone, now) {
      if (now !== undefined && Date.parse(at) <= Date.parse(now)) return words.overdue(moment(at, timeZone, now));
      const { on, today, name, isSoon } = read(at, timeZone, now);
      const weekday = words.untilWeekdays[on.weekday] ?? '';
      if (name !== null) return words.byNamed(name, on.time);
      return isSoon ? words.byWeekday(weekday, on.time) : words.byDate(weekday, dateOf(spoken, on, today), on.time);
    },
    stamp(at, timeZone, now) {
      const { on, today } = read(at, timeZone, now);
      const weekday = shortWeekday.format(on.day * dayMs);
      const comma = language === 'en' ? '' : ',';
      return `${weekday}${comma} ${dateOf(short, on, today)}, ${on.time}`;
    },
    shortMoment(at, timeZone, now) {
      const { on, today } = read(at, timeZone, now);
      return on.day === today?.day ? on.time : `${dateOf(short, on, today)} ${on.time}`;
    },
  };
}
