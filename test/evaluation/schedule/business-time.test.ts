import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  hasBusinessHours,
  isBusinessTime,
  nextBusinessTime,
} from '../../../shared/evaluation/schedule/business-time.ts';
import { type Calendar, type Shift, weekdays } from '../../../shared/model/business.ts';
import { toInstant } from '../../../shared/model/instant.ts';

/** Calendars compared with the reference, each over up to a day; TOUCHLIGHT_CALENDARS=10000 is the long run. */
const CALENDARS = Number(process.env['TOUCHLIGHT_CALENDARS'] ?? 50);

const MINUTE_MS = 60_000;
const lunchBreak: Shift[] = [
  [540, 780],
  [840, 1080],
];
const coffeeLab: Calendar = {
  timeZone: 'Europe/Kyiv',
  shifts: {
    mon: lunchBreak,
    tue: lunchBreak,
    wed: lunchBreak,
    thu: lunchBreak,
    fri: lunchBreak,
    sat: [[600, 900]],
    sun: [],
  },
  holidays: ['2026-12-25'],
};

describe('a shop in Kyiv with a lunch break', () => {
  it('is open from nine to one and from two to six, by its own clock', () => {
    const open = ['07:00', '10:59', '12:00', '15:59'].map((utc) =>
      isBusinessTime(`2026-11-23T${utc}:00.000Z`, coffeeLab),
    );
    const closed = ['06:59', '11:00', '11:59', '16:00'].map((utc) =>
      isBusinessTime(`2026-11-23T${utc}:00.000Z`, coffeeLab),
    );
    expect(open).toEqual([true, true, true, true]);
    expect(closed).toEqual([false, false, false, false]);
  });

  it('a message of Saturday 16:00 is answered by Monday 09:30 within half a business hour', () => {
    expect(addBusinessMinutes('2026-11-21T14:00:00.000Z', 30, coffeeLab)).toBe('2026-11-23T07:30:00.000Z');
  });

  it('lunch, night, Sunday and a holiday do not count', () => {
    const between = (from: string, to: string): number => businessMinutesBetween(from, to, coffeeLab);
    expect(between('2026-11-23T10:30:00.000Z', '2026-11-23T12:30:00.000Z')).toBe(60);
    expect(between('2026-11-20T15:00:00.000Z', '2026-11-23T08:00:00.000Z')).toBe(60 + 300 + 60);
    expect(between('2026-12-24T16:00:00.000Z', '2026-12-26T08:00:00.000Z')).toBe(0);
  });

  it('counts fractions of a minute, and nothing backwards', () => {
    expect(businessMinutesBetween('2026-11-23T08:00:00.000Z', '2026-11-23T08:00:30.000Z', coffeeLab)).toBe(0.5);
    expect(businessMinutesBetween('2026-11-23T09:00:00.000Z', '2026-11-23T08:00:00.000Z', coffeeLab)).toBe(0);
  });

  it('opens next on Monday at nine, and is open now while it is', () => {
    expect(nextBusinessTime('2026-11-21T18:00:00.000Z', coffeeLab)).toBe('2026-11-23T07:00:00.000Z');
    expect(nextBusinessTime('2026-11-23T08:15:00.000Z', coffeeLab)).toBe('2026-11-23T08:15:00.000Z');
  });

  it('is due at the end of a shift rather than at the start of the next one', () => {
    expect(addBusinessMinutes('2026-11-23T10:00:00.000Z', 60, coffeeLab)).toBe('2026-11-23T11:00:00.000Z');
    expect(addBusinessMinutes('2026-11-23T11:30:00.000Z', 0, coffeeLab)).toBe('2026-11-23T12:00:00.000Z');
  });
});

describe('odd clocks', () => {
  const nightShift: Calendar = { ...always([[60, 240]]), timeZone: 'Europe/Kyiv' };

  it('an hour that the clock skips does not count', () => {
    // 2026-03-29: 03:00 becomes 04:00, so 01:00-04:00 on the wall lasts two hours.
    expect(businessMinutesBetween('2026-03-28T22:00:00.000Z', '2026-03-29T20:00:00.000Z', nightShift)).toBe(120);
  });

  it('an hour that the clock shows twice counts twice', () => {
    // 2026-10-25: 04:00 becomes 03:00, so 01:00-04:00 on the wall lasts four hours.
    expect(businessMinutesBetween('2026-10-24T21:00:00.000Z', '2026-10-25T20:00:00.000Z', nightShift)).toBe(240);
  });

  it('a day that never was (Samoa, 2011-12-30) has no business hours', () => {
    const apia: Calendar = {
      ...always([[0, 1440]]),
      timeZone: 'Pacific/Apia',
      shifts: { ...always([]).shifts, fri: [[0, 1440]] },
    };
    expect(businessMinutesBetween('2011-12-29T12:00:00.000Z', '2012-01-03T00:00:00.000Z', apia)).toBe(0);
  });

  it('overlapping shifts count once', () => {
    const overlapping = always([
      [600, 720],
      [540, 660],
    ]);
    expect(businessMinutesBetween('2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z', overlapping)).toBe(180);
  });

  it('a business that never opens has no next time and no due time', () => {
    expect(hasBusinessHours(always([]))).toBe(false);
    expect(nextBusinessTime('2026-11-23T00:00:00.000Z', always([]))).toBeNull();
    expect(addBusinessMinutes('2026-11-23T00:00:00.000Z', 1, always([]))).toBeNull();
  });

  it('a business on holiday for a year opens the day after', () => {
    const days = Array.from({ length: 365 }, (_, i) => toInstant(Date.UTC(2026, 0, 1 + i)).slice(0, 10));
    const away: Calendar = { ...always([[540, 600]]), holidays: days };
    expect(nextBusinessTime('2026-01-01T00:00:00.000Z', away)).toBe('2027-01-01T09:00:00.000Z');
  });
});

const zones = [
  'Europe/Kyiv',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Santiago',
  'Asia/Tehran',
  'Europe/Dublin',
  'UTC',
];
const aShift = fc.tuple(fc.nat(1438), fc.integer({ min: 1, max: 700 })).map<Shift>(([opens, length]) => {
  return [opens, Math.min(1440, opens + length)];
});
const aDay = fc.array(aShift, { maxLength: 3 });
const aCalendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  shifts: fc.record({ mon: aDay, tue: aDay, wed: aDay, thu: aDay, fri: aDay, sat: aDay, sun: aDay }),
  holidays: fc.array(
    fc.nat(366).map((day) => toInstant(Date.UTC(2026, 0, day)).slice(0, 10)),
    { maxLength: 20 },
  ),
});
/** A minute of 2026, often on a night of a clock change somewhere. */
const aMinute = fc.oneof(
  fc.nat(365 * 1440).map((minute) => Date.UTC(2026, 0, 1) + minute * MINUTE_MS),
  fc
    .tuple(
      fc.constantFrom(Date.UTC(2026, 2, 8), Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25), Date.UTC(2026, 3, 5)),
      fc.nat(1440),
    )
    .map(([day, minute]) => day + minute * MINUTE_MS),
);

describe('against a slow reference that looks at the wall clock every minute', () => {
  it('agrees on every span', () => {
    fc.assert(
      fc.property(aCalendar, aMinute, fc.nat(1440), (calendar, from, minutes) => {
        const open = [...openMinutes(calendar, from, minutes)];
        const to = from + minutes * MINUTE_MS;
        expect(businessMinutesBetween(toInstant(from), toInstant(to), calendar)).toBe(open.length);
      }),
      { numRuns: CALENDARS },
    );
  });

  it('spans add up: a year is the sum of its parts', () => {
    fc.assert(
      fc.property(aCalendar, fc.array(aMinute, { minLength: 1, maxLength: 8 }), (calendar, cuts) => {
        const marks = [Date.UTC(2026, 0, 1), ...cuts.toSorted((a, b) => a - b), Date.UTC(2027, 0, 1)].map(toInstant);
        const [first = '', last = ''] = [marks[0], marks.at(-1)];
        const parts = marks.slice(1).map((mark, i) => businessMinutesBetween(marks[i] ?? '', mark, calendar));
        const sum = parts.reduce((all, part) => all + part, 0);
        expect(businessMinutesBetween(first, last, calendar)).toBe(sum);
      }),
    );
  });

  it('agrees on when it opens and when an answer is due', () => {
    fc.assert(
      fc.property(aCalendar, aMinute, fc.integer({ min: 1, max: 600 }), (calendar, from, wanted) => {
        const open: number[] = [];
        for (const at of openMinutes(calendar, from, 1440)) if (open.push(at) === wanted) break;
        const [first] = open;
        const last = open[wanted - 1];
        fc.pre(first !== undefined && last !== undefined);
        expect(nextBusinessTime(toInstant(from), calendar)).toBe(toInstant(first));
        expect(isBusinessTime(toInstant(from), calendar)).toBe(first === from);
        expect(addBusinessMinutes(toInstant(from), wanted, calendar)).toBe(toInstant(last + MINUTE_MS));
      }),
      { numRuns: CALENDARS },
    );
  });
});

/** The start of every open minute of the span, found by asking the wall clock minute by minute. */
function* openMinutes({ timeZone, shifts, holidays }: Calendar, from: number, minutes: number): Generator<number> {
  for (let at = from; at < from + minutes * MINUTE_MS; at += MINUTE_MS) {
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
    if (holidays.includes(wall.toPlainDate().toString())) continue;
    const minute = wall.hour * 60 + wall.minute;
    const today = shifts[weekdays[wall.dayOfWeek - 1] ?? 'mon'];
    if (today.some(([opens, closes]) => opens <= minute && minute < closes)) yield at;
  }
}

/** The same shifts every day, in UTC. */
function always(shifts: Shift[]): Calendar {
  const days = { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts, sat: shifts, sun: shifts };
  return { timeZone: 'UTC', shifts: days, holidays: [] };
}
